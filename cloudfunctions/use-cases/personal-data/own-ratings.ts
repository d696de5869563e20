import type { RatingFile } from '@shared/domain/rating-file';
import type { Context } from '../../ports/context';
import type { Cursor } from '../../ports/page';

/** All ratings of the caller, newest first. */
export const allOwnRatings = async ({
  actor,
  ratings,
}: Pick<Context, 'actor' | 'ratings'>): Promise<readonly RatingFile[]> => {
  const all: RatingFile[] = [];
  let after: Cursor | null = null;
  do {
    const page: Awaited<ReturnType<Context['ratings']['ofRater']>> = await ratings.ofRater(actor.ref, after);
    all.push(...page.items);
    after = page.next;
  } while (after);
  return all;
};
