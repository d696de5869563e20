import type { RetaliationReport } from '@shared/domain/retaliation-report';
import { ok } from '@shared/kernel/result';
import type { SealedPlace, Vault } from '../../ports/vault';

/** Where the words of a report belong. */
export const placeOf = (reportId: string, field: keyof RetaliationReport['sealed']): SealedPlace => ({
  collection: 'reports',
  id: reportId,
  field,
});

/** What the bureau answered; null while it has not. */
export const openResult = ({ _id, sealed }: RetaliationReport, vault: Vault) =>
  sealed.result === null ? ({ ok: true, value: null } as const) : vault.open(sealed.result, placeOf(_id, 'result'));

/** Its words and their answer. */
export const openWords = (report: RetaliationReport, vault: Vault) => {
  const text = vault.open(report.sealed.text, placeOf(report._id, 'text'));
  if (!text.ok) return text;
  const result = openResult(report, vault);
  return result.ok ? ok({ text: text.value, result: result.value }) : result;
};
