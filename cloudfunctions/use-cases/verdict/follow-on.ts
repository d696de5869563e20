import type { followOn as contract } from '@shared/contracts/verdict';
import { cleanComment, countCharacters, hasReason } from '@shared/domain/rating';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { UseCase } from '../../ports/context';
import { moveFile } from '../../ports/move-file';

/** 追评: once, after the ticket is closed; the first words stay as they were. */
export const followOn: UseCase<typeof contract> = async ({ ratingId, words }, { actor, now, ratings }) => {
  const said = cleanComment(words);
  if (!hasReason({ tags: [], comment: said })) return refuse('rating.followOnMissing');
  const moved = await moveFile(ratingId, ratings, (file) => {
    if (!file || file.raterRef !== actor.ref) return refuse('rating.unknown');
    const policy = policyOn(file.subject.place, dayOf(now));
    if (!policy.ok) return policy;
    if (countCharacters(said) > policy.value.rating.commentMaxCharacters.value) return refuse('rating.commentTooLong');
    if (file.ticket?.state !== 'closed') return refuse('rating.followOnTooEarly');
    // The same words again are the retry of an answer that was lost on its way.
    if (file.followOn) return file.followOn.words === said ? ok({}) : refuse('rating.followedOn');
    return ok({
      followOn: { words: said, at: now },
      history: [...file.history, { at: now, what: 'followedOn' as const }],
    });
  });
  return moved.ok ? ok({}) : moved;
};
