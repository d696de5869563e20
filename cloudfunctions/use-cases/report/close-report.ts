import type { closeReport as contract } from '@shared/contracts/supervision';
import { raterInbox } from '@shared/domain/message';
import { checkWords, mayRead, sayReportClosed } from '@shared/domain/retaliation-report';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { WORDS_MAX } from '@shared/policy/limits';
import type { OfficialUseCase } from '../../ports/context';
import { openResult, placeOf } from './seal';

/** 办结群众反映: once; the message to the rater is delivered by its id, so that a retry after a lost answer mends what is missing. */
export const closeReport: OfficialUseCase<typeof contract> = async (
  { reportId, result },
  { actor: { staff }, inbox, now, reports, vault },
) => {
  const words = checkWords(result, WORDS_MAX.reportResult, 'report.resultMissing');
  if (!words.ok) return words;
  const report = await reports.find(reportId);
  if (!staff || !report || !mayRead(officialOf(staff), report)) return refuse('report.unknown');
  const said = openResult(report, vault);
  if (!said.ok) return said;
  const isRetry = said.value === words.value;
  const sealed = { ...report.sealed, result: vault.seal(words.value, placeOf(reportId, 'result')) };
  const isClosed =
    isRetry ||
    (await reports.close(reportId, { sealed, keyVersion: report.keyVersion, closedAt: now, closedBy: staff._id }));
  if (!isClosed) return refuse('report.closedMeanwhile');
  await inbox.deliver({
    _id: `${reportId}/closed`,
    to: raterInbox(report.raterRef),
    exceptStaffId: null,
    text: sayReportClosed(report),
    at: now,
    ratingId: report.ratingId,
  });
  return ok({});
};
