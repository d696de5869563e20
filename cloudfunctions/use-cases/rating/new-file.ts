import type { submitRating } from '@shared/contracts/citizen';
import type { InputOf } from '@shared/contracts/contract';
import { demandOf, type Proof, proofFor } from '@shared/domain/identity';
import type { OpenedForm } from '@shared/domain/opened-form';
import { checkDraft, type RatingChannel, type RatingDraft } from '@shared/domain/rating';
import { isCaseMatched, openFile, type RatingFile, type Traces } from '@shared/domain/rating-file';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { PRIVACY } from '@shared/policy/privacy';
import type { PolicyProfile } from '@shared/policy/profile';
import type { Context } from '../../ports/context';
import { accountsOf, type Rater } from '../identity/rater';
import { ownPhotos } from '../photo/photo-token';
import { textCheckOf } from '../text/text-check-of';
import { type DescribedWindow, describeWindow } from '../window/describe-window';

import { numberOnlyId, type RatedService } from './find-service';
import { routed } from './route';
import { quarantinedFor, type Standing, standingOf } from './standing-of';

import { subjectOf } from './subject';
import { openingOf } from './who-served';

export type Submitted = InputOf<typeof submitRating>;

/** A rating that the law accepts, with all that was learnt while it was checked. */
type Accepted = {
  readonly rated: RatedService;
  readonly described: DescribedWindow;
  readonly policy: PolicyProfile;
  readonly draft: RatingDraft;
  readonly channel: RatingChannel;
  readonly proof: Proof;
};

/** The words first, then who says them: 实名 is asked for last. */
const accept = async (
  rated: RatedService,
  input: Submitted,
  rater: Rater,
  context: Context,
): Promise<Result<Accepted, RefusalCode>> => {
  const described = await describeWindow(rated.window, context.directory);
  const policy = policyOn(described.place, dayOf(context.now));
  if (!policy.ok) return policy;
  const photos = ownPhotos(input.photos, context);
  if (!photos.ok) return photos;
  const draft = checkDraft({ ...input, photos: photos.value }, policy.value.rating, policy.value.tags);
  if (!draft.ok) return draft;
  if (input.forCompany && rater.identity?.sealed.companyCode === undefined) return refuse('identity.companyMissing');
  const channel = input.scene === undefined ? 'ownService' : 'windowCode';
  const rules = policy.value.identity;
  const demand = demandOf(rules, channel, draft.value.level);
  const proof = proofFor(demand, rater.identity, isCaseMatched(rated.verification), context.now, rules);
  if (!proof.ok) return proof;
  const { level, tags, comment } = draft.value;
  const words = { level, tags, comment, photos: draft.value.photos };
  return ok({ rated, described, policy: policy.value, draft: words, channel, proof: proof.value });
};

/** 一事一评: somebody who is proven to have been served has rated it already. */
const RATED_BY_APPLICANT = '该办件已由申请人评价，这一条只凭办件编号';

const standing = async ({ rated, policy }: Accepted, rater: Rater, context: Context): Promise<Standing> => {
  if (rated.verification === 'caseNumber' && (await context.ratings.find(rated.service?.key ?? ''))) {
    return quarantinedFor(RATED_BY_APPLICANT, context.now);
  }
  const arrival = {
    ratingId: rated.ratingId,
    raterRefs: await accountsOf(rater, context),
    window: rated.window,
    verification: rated.verification,
  };
  return standingOf(arrival, policy.rating, context);
};

const DAY_MS = 24 * 3_600_000;

const tracesOf = (opened: OpenedForm | null, { actor: { networkRef }, now }: Context): Traces => {
  const openedAt = opened?.openedAt ?? null;
  const isAny = networkRef !== null || openedAt !== null;
  return { networkRef, openedAt, keepUntil: isAny ? now + PRIVACY.tracesKeptFor.value.count * DAY_MS : null };
};

/** The same person has rated this service before, when its number was all that he had. */
const hasRatedByNumber = async ({ service, verification }: RatedService, rater: Rater, context: Context) =>
  service !== undefined &&
  isCaseMatched(verification) &&
  (await context.ratings.find(numberOnlyId(service.key, rater, context))) !== undefined;

/** The whole new file, ready to be inserted; or why there can be none. */
export const newFile = async (
  rated: RatedService,
  input: Submitted,
  rater: Rater,
  context: Context,
): Promise<Result<RatingFile, RefusalCode>> => {
  const accepted = await accept(rated, input, rater, context);
  if (!accepted.ok) return accepted;
  if (await hasRatedByNumber(rated, rater, context)) return refuse('rating.alreadyRated');
  const { described, policy, draft, channel, proof } = accepted.value;
  const opened = openingOf(input.served, rated, context, policy.rating);
  const [subject, textCheck, stands] = await Promise.all([
    subjectOf(rated, described, opened, context),
    textCheckOf(draft.comment, context.openPlatform),
    standing(accepted.value, rater, context),
  ]);
  const { route, unitName } = routed(subject, described.orgs, policy.ticket, context.now);
  const given = {
    idempotencyKey: input.idempotencyKey,
    channel,
    subject,
    raterRef: rater.ref,
    verification: rated.verification,
    raterKind: input.forCompany ? ('company' as const) : ('person' as const),
    proof,
    textCheck,
    traces: tracesOf(opened, context),
    ...stands,
  };
  const shortNo = context.digests.shortNo(rated.ratingId);
  return ok(openFile({ id: rated.ratingId, shortNo, draft, route, given }, unitName, context.now, policy));
};
