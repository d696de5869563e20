import type { RetaliationReport } from '@shared/domain/retaliation-report';
import type { Job } from '../../ports/context';
import { placeOf } from '../report/seal';

const BATCH = 50;

/** 换钥 of the reports; what cannot be opened stays as it is and is counted as left. */
export const resealReports: Job = async ({ reports, vault }) => {
  const anew = (report: RetaliationReport, field: keyof RetaliationReport['sealed']): string | null | undefined => {
    const sealed = report.sealed[field];
    if (sealed === null) return null;
    const opened = vault.open(sealed, placeOf(report._id, field));
    return opened.ok ? vault.seal(opened.value, placeOf(report._id, field)) : undefined;
  };
  const reseal = async (report: RetaliationReport): Promise<boolean> => {
    const [text, result] = [anew(report, 'text'), anew(report, 'result')];
    if (typeof text !== 'string' || result === undefined) return false;
    return reports.reseal(report, { sealed: { text, result }, keyVersion: vault.keyVersion });
  };
  const old = await reports.sealedUnderOther(vault.keyVersion, BATCH);
  const done = (await Promise.all(old.map(reseal))).filter(Boolean).length;
  return { done, left: old.length - done };
};
