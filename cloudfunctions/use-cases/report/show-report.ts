import type { showReport as contract } from '@shared/contracts/supervision';
import { mayRead } from '@shared/domain/retaliation-report';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { tagTexts } from '@shared/policy/tags/texts';
import type { OfficialUseCase } from '../../ports/context';
import { openWords } from './seal';

/** 群众反映详情: opens the seal for the bureau that it was sealed to; for everybody else there is none. */
export const showReport: OfficialUseCase<typeof contract> = async (
  { reportId },
  { actor, ratings, reports, vault },
) => {
  const report = await reports.find(reportId);
  if (!actor.staff || !report || !mayRead(officialOf(actor.staff), report)) return refuse('report.unknown');
  const rating = await ratings.reported(report);
  if (!rating) return refuse('report.unknown');
  const words = openWords(report, vault);
  if (!words.ok) return words;
  return ok({
    reportId,
    receiptNo: report.receiptNo,
    on: dayOf(report.at),
    text: words.value.text,
    state: report.closedAt === null ? ('open' as const) : ('closed' as const),
    result: words.value.result,
    rating: {
      ratingId: rating._id,
      level: rating.level,
      tags: tagTexts(rating.dictionary, rating.tags),
      comment: rating.comment,
      ratedOn: rating.ratedOn,
      servedBy: rating.subject.names,
    },
  });
};
