import type { showRating as contract } from '@shared/contracts/citizen';
import type { OutcomeOfAppeal } from '@shared/domain/appeal-outcome';
import { changeUntil } from '@shared/domain/change-rating';
import { sayHistory } from '@shared/domain/message';
import { seenBy } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf, type Instant } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { tagTexts } from '@shared/policy/tags/texts';
import type { UseCase } from '../../ports/context';
import { originalOf } from './original';
import { nextOf, outcomeOf } from './outcome';
import { promiseOf } from './receipt';

/** He may object while his time has not passed. */
const appealShown = (outcome: OutcomeOfAppeal | null, now: Instant) =>
  outcome && { ...outcome, mayObject: outcome.mayObject && (outcome.objectBy === null || now <= outcome.objectBy) };

/** 评价详情, for the rater alone: another's is as unknown as one that does not exist. */
export const showRating: UseCase<typeof contract> = async ({ ratingId }, { actor, now, photos, ratings }) => {
  const file = await ratings.find(ratingId);
  if (!file || file.raterRef !== actor.ref) return refuse('rating.unknown');
  const seen = seenBy(file, 'rater');
  const policy = policyOn(seen.subject.place, dayOf(now));
  return ok({
    ratingId,
    receiptNo: seen.receiptNo,
    level: seen.level,
    tags: tagTexts(seen.dictionary, seen.tags),
    comment: seen.comment,
    photoUrls: [...(await photos.links(seen.photos))],
    ratedAt: seen.ratedAt,
    servedBy: seen.subject.names,
    caseNo: seen.subject.caseNo,
    proof: seen.proof,
    forCompany: seen.raterKind === 'company',
    place: seen.subject.place,
    original: originalOf(seen.original),
    changeUntil: policy.ok ? changeUntil(seen, now, policy.value.rating) : null,
    ticketState: seen.ticket?.state ?? null,
    promise: promiseOf(seen.ticket),
    next: nextOf(seen.ticket),
    ...(await outcomeOf(seen, now, photos)),
    followOn: seen.followOn?.words ?? null,
    appeal: appealShown(seen.outcomeOfAppeal, now),
    progress: seen.history.map((entry) => ({ at: entry.at, text: sayHistory(entry) })),
  });
};
