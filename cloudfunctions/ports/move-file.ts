import type { RatingFile } from '@shared/domain/rating-file';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { Ratings } from './ratings';

const TRIES = 3;

/** One conditional move: decides on the file as it stands, writes if nobody was first, else decides again on what stands then. */
export const moveFile = async <C extends RefusalCode>(
  ratingId: string,
  ratings: Ratings,
  decide: (file: RatingFile | undefined) => Result<Partial<RatingFile>, C>,
): Promise<Result<null, C | 'system.failed'>> => {
  for (let tried = 0; tried < TRIES; tried++) {
    const file = await ratings.find(ratingId);
    const changes = decide(file);
    if (!changes.ok) return changes;
    if (file && (await ratings.move(file, changes.value))) return ok(null);
  }
  return refuse('system.failed');
};
