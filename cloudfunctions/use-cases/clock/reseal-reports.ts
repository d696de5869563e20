import type { RetaliationReport } from '@shared/domain/retaliation-report';
import type { Job } from '../../ports/context';
import { placeOf } from '../report/seal';

const BATCH = 50;
const LOOKED_AT = 1_000;

/** 换钥 of the reports; what cannot be opened stays as it is and is counted as left. */
export const resealReports: Job = async ({ reports, vault }) => {
  const anew = (report: RetaliationReport, field: keyof RetaliationReport['sealed']): string | null | undefined => {
    const sealed = report.sealed[field];
    if (sealed === null) return null;
    const opened = vault.open(sealed, placeOf(report._id, field));
    return opened.ok ? vault.seal(opened.value, placeOf(report._id, field)) : undefined;
  };
  const old = await reports.sealedUnderOther(vault.keyVersion, LOOKED_AT);
  const readable = old.flatMap((report) => {
    const [text, result] = [anew(report, 'text'), anew(report, 'result')];
    return typeof text === 'string' && result !== undefined ? [{ report, sealed: { text, result } }] : [];
  });
  const reseal = ({ report, sealed }: (typeof readable)[number]) =>
    reports.reseal(report, { sealed, keyVersion: vault.keyVersion });
  const done = (await Promise.all(readable.slice(0, BATCH).map(reseal))).filter(Boolean).length;
  return { done, left: old.length - done };
};
