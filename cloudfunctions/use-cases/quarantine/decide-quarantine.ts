import type { releaseRating } from '@shared/contracts/supervision';
import { checkWords } from '@shared/domain/retaliation-report';
import { ok } from '@shared/kernel/result';
import { WORDS_MAX } from '@shared/policy/limits';
import type { OfficialUseCase } from '../../ports/context';

/** 核查决定: one conditional move, with its reason in the history. */
const decide =
  (counts: boolean): OfficialUseCase<typeof releaseRating> =>
  async ({ ratingId, reason }, { now, ratings }) => {
    const words = checkWords(reason, WORDS_MAX.decisionReason, 'quarantine.reasonMissing');
    if (!words.ok) return words;
    const written = await ratings.decideQuarantine(ratingId, { counts, reason: words.value }, now);
    return written.ok ? ok({}) : written;
  };

/** 计入统计 */
export const releaseRatingFromQuarantine = decide(true);

/** 不计入统计 */
export const keepRatingInQuarantine = decide(false);
