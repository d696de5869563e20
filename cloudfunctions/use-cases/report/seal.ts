import type { RetaliationReport } from '@shared/domain/retaliation-report';
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
