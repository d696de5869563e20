import type { reportRetaliation as contract } from '@shared/contracts/report';
import { raterInbox } from '@shared/domain/message';
import type { RatingFile } from '@shared/domain/rating-file';
import {
  checkWords,
  type RetaliationReport,
  sayReportReceived,
  upperBureauOf,
} from '@shared/domain/retaliation-report';
import { ok, refuse } from '@shared/kernel/result';
import { LIMITS, WORDS_MAX } from '@shared/policy/limits';
import type { Context, UseCase } from '../../ports/context';
import { placeOf } from './seal';

const newReport = async (
  _id: string,
  file: RatingFile,
  text: string,
  { digests, directory, now, vault }: Context,
): Promise<RetaliationReport> => {
  const { orgPath, staffId, names } = file.subject;
  const bureau = upperBureauOf(orgPath, await directory.orgs(orgPath));
  return {
    _id,
    receiptNo: `FY${digests.shortNo(_id)}`,
    ratingId: file._id,
    raterRef: file.raterRef,
    bureauId: bureau._id,
    bureauName: bureau.name,
    ratedStaffId: staffId,
    names,
    at: now,
    sealed: { text: vault.seal(text, placeOf(_id, 'text')), result: null },
    keyVersion: vault.keyVersion,
    closedAt: null,
    closedBy: null,
  };
};

/** 举报打击报复: sealed to the upper bureau. A retry finds the same report and the same number. */
export const reportRetaliation: UseCase<typeof contract> = async ({ ratingId, text }, context) => {
  const { actor, digests, inbox, limits, now, ratings, reports } = context;
  const file = await ratings.find(ratingId);
  if (!file || file.raterRef !== actor.ref) return refuse('rating.unknown');
  const words = checkWords(text, WORDS_MAX.report, 'report.textMissing');
  if (!words.ok) return words;
  const id = digests.reportId(ratingId, words.value);
  const stored = await reports.find(id);
  if (!stored && !(await limits.take('report', actor.ref, LIMITS.report.value, now))) return refuse('limit.tooOften');
  const report = stored ?? (await newReport(id, file, words.value, context));
  if (!stored) await reports.insert(report);
  await inbox.deliver({
    _id: `${id}/received`,
    to: raterInbox(actor.ref),
    exceptStaffId: null,
    text: sayReportReceived(report),
    at: report.at,
    ratingId,
  });
  return ok({ receiptNo: report.receiptNo, readBy: report.bureauName });
};
