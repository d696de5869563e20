import type { submitRating as contract } from '@shared/contracts/citizen';
import type { InputOf } from '@shared/contracts/contract';
import { checkDraft, type Rating } from '@shared/domain/rating';
import { openFile, type RatingFile } from '@shared/domain/rating-file';
import { routeOf } from '@shared/domain/ticket';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result } from '@shared/kernel/result';
import { dayOf, instantOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { PolicyProfile } from '@shared/policy/profile';
import type { Context, UseCase } from '../../ports/context';
import { ownPhotos } from '../photo/photo-token';
import { describeWindow } from '../window/describe-window';
import { findService, type RatedService, type Target } from './find-service';
import { receiptOf } from './receipt';
import { subjectOf } from './subject';

type Input = InputOf<typeof contract>;

/** Walk-ins beyond the clause's number are kept and handled, but not counted until somebody has looked at them. */
const standingOf = async (
  { service, window }: RatedService,
  { actor, now, ratings }: Context,
  { rating }: PolicyProfile,
): Promise<Pick<Rating, 'standing' | 'standingReason'>> => {
  if (service) return { standing: 'effective' };
  const earlier = await ratings.countWalkIns(actor.ref, window._id, instantOf(dayOf(now), '00:00'));
  return earlier < rating.walkInsPerWindowDay.value
    ? { standing: 'effective' }
    : { standing: 'quarantined', standingReason: '同一人当日在同一窗口多次评价' };
};

const decide = async (target: Target, input: Input, context: Context): Promise<Result<RatingFile, RefusalCode>> => {
  const rated = await target.resolve();
  if (!rated.ok) return rated;
  const described = await describeWindow(rated.value.window, context.directory);
  const policy = policyOn(described.place, dayOf(context.now));
  if (!policy.ok) return policy;
  const photos = ownPhotos(input.photos, context);
  if (!photos.ok) return photos;
  const draft = checkDraft({ ...input, photos: photos.value }, policy.value.rating, policy.value.tags);
  if (!draft.ok) return draft;

  const { level, tags, comment } = draft.value;
  const [standing, subject, textCheck] = await Promise.all([
    standingOf(rated.value, context, policy.value),
    subjectOf(rated.value, described, context.directory),
    comment === '' ? ('none' as const) : context.openPlatform.checkText(comment),
  ]);
  const route = routeOf(described.window, subject.staffId, described.orgs, policy.value.ticket);
  const unitName = described.orgs.find((org) => org._id === route.unitId)?.name ?? '';
  const { idempotencyKey } = input;
  const channel = input.scene === undefined ? 'ownService' : 'windowCode';
  const fresh = {
    id: target.ratingId,
    shortNo: context.digests.shortNo(target.ratingId),
    draft: { level, tags, comment, photos: draft.value.photos },
    standing,
    route,
    given: {
      idempotencyKey,
      channel,
      subject,
      raterRef: context.actor.ref,
      verification: rated.value.verification,
      textCheck,
    },
  } as const;
  return ok(openFile(fresh, unitName, context.now, policy.value));
};

/** 提交评价: one write holds the rating and, for a bad one, its ticket; the same try again gets the same receipt. */
export const submitRating: UseCase<typeof contract> = async (input, context) => {
  const target = await findService(input, context);
  if (!target.ok) return target;
  const file = await decide(target.value, input, context);
  const inserted = file.ok ? await context.ratings.insert(file.value) : file;
  if (inserted.ok) return ok(receiptOf(inserted.value));

  // Perhaps this is the retry of an answer that was lost on its way: what was kept then counts, whatever changed since.
  const stored = await context.ratings.find(target.value.ratingId);
  const isRetry = stored?.raterRef === context.actor.ref && stored.idempotencyKey === input.idempotencyKey;
  return stored && isRetry ? ok(receiptOf(stored)) : inserted;
};
