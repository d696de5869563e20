import type { objectToRuling as contract } from '@shared/contracts/objection';
import { movedAppealFile } from '@shared/domain/appeal-file';
import type { RatingFile } from '@shared/domain/rating-file';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';
import { moveFile } from '../../ports/move-file';
import { appealWords } from './given-evidence';
import { rulingRules } from './ruling-rules';

/** 提出异议: nothing that officials do meanwhile costs the rater his say, so it is decided on the file as it stands. */
export const objectToRuling: UseCase<typeof contract> = async ({ ratingId, words }, { actor, now, ratings }) => {
  const said = appealWords(words);
  if (!said.ok) return said;
  const moved = await moveFile(ratingId, ratings, (file): Result<Partial<RatingFile>, RefusalCode> => {
    if (!file?.appeal || file.raterRef !== actor.ref) return refuse('rating.unknown');
    // The same words again are the retry of an answer that was lost on its way.
    if (file.appeal.objection?.words === said.value) return ok({});
    const rules = rulingRules(file.subject.place, now);
    if (!rules.ok) return rules;
    const by = { mover: 'rater', staffId: null, post: '' } as const;
    return movedAppealFile(
      { ...file, appeal: file.appeal },
      { move: 'object', words: said.value },
      by,
      now,
      rules.value,
    );
  });
  return moved.ok ? ok({}) : moved;
};
