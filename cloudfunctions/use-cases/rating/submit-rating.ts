import type { submitRating as contract } from '@shared/contracts/citizen';
import { cleanComment, type RatingDraft } from '@shared/domain/rating';
import type { RatingFile } from '@shared/domain/rating-file';
import { ok } from '@shared/kernel/result';
import type { Context, UseCase } from '../../ports/context';
import { accountsOf, raterOf } from '../identity/rater';
import { ownPhotos } from '../photo/photo-token';
import { findService } from './find-service';
import { newFile, type Submitted } from './new-file';
import { quarantineExcess } from './quarantine-excess';
import { receiptOf } from './receipt';

/** What is kept says the same as what was sent now. */
const saysTheSame = (stored: RatingFile, input: Submitted, context: Context): boolean => {
  const photos = ownPhotos(input.photos, context);
  const said = (draft: RatingDraft) =>
    JSON.stringify([draft.level, [...new Set(draft.tags)], draft.comment, draft.photos]);
  return photos.ok && said(stored) === said({ ...input, comment: cleanComment(input.comment), photos: photos.value });
};

/** 提交评价: one write holds the rating and, for a bad one, its ticket; the same try again gets the same receipt. */
export const submitRating: UseCase<typeof contract> = async (input, context) => {
  const rater = await raterOf(context);
  const rated = await findService(input, rater, context);
  const file = rated.ok ? await newFile(rated.value, input, rater, context) : rated;
  const inserted = file.ok ? await context.ratings.insert(file.value) : file;
  if (inserted.ok) {
    await quarantineExcess(inserted.value, context, await accountsOf(rater, context));
    return ok(receiptOf(inserted.value, true));
  }
  // Perhaps this is the retry of an answer that was lost on its way: what was kept then counts, whatever changed since.
  const stored = await context.ratings.ofTry(context.actor.ref, input.idempotencyKey);
  return stored ? ok(receiptOf(stored, saysTheSame(stored, input, context))) : inserted;
};
