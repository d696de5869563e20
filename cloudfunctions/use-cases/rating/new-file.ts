import type { submitRating } from '@shared/contracts/citizen';
import type { InputOf } from '@shared/contracts/contract';
import { demandOf, type Proof, proofFor } from '@shared/domain/identity';
import { checkDraft, type RatingChannel, type RatingDraft } from '@shared/domain/rating';
import { isCaseMatched, openFile, type RatingFile } from '@shared/domain/rating-file';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { PolicyProfile } from '@shared/policy/profile';
import type { Context } from '../../ports/context';
import { accountsOf, type Rater } from '../identity/rater';
import { ownPhotos } from '../photo/photo-token';
import { textCheckOf } from '../text/text-check-of';
import { type DescribedWindow, describeWindow } from '../window/describe-window';
import type { RatedService, Target } from './find-service';
import { routed } from './route';
import { standingOf } from './standing-of';
import { subjectOf } from './subject';

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
  target: Target,
  input: Submitted,
  rater: Rater,
  context: Context,
): Promise<Result<Accepted, RefusalCode>> => {
  const rated = await target.resolve();
  if (!rated.ok) return rated;
  const described = await describeWindow(rated.value.window, context.directory);
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
  const proof = proofFor(demand, rater.identity, isCaseMatched(rated.value.verification), context.now, rules);
  if (!proof.ok) return proof;
  const { level, tags, comment } = draft.value;
  const words = { level, tags, comment, photos: draft.value.photos };
  return ok({ rated: rated.value, described, policy: policy.value, draft: words, channel, proof: proof.value });
};

const standing = async ({ rated, policy }: Accepted, ratingId: string, rater: Rater, context: Context) => {
  const arrival = {
    ratingId,
    raterRefs: await accountsOf(rater, context),
    window: rated.window,
    caseNo: rated.service?.caseNo ?? null,
  };
  return standingOf(arrival, policy.rating, context);
};

/** The whole new file, ready to be inserted; or why there can be none. */
export const newFile = async (
  target: Target,
  input: Submitted,
  rater: Rater,
  context: Context,
): Promise<Result<RatingFile, RefusalCode>> => {
  const accepted = await accept(target, input, rater, context);
  if (!accepted.ok) return accepted;
  const { rated, described, policy, draft, channel, proof } = accepted.value;
  const [subject, textCheck, stands] = await Promise.all([
    subjectOf(rated, described, context.directory),
    textCheckOf(draft.comment, context.openPlatform),
    standing(accepted.value, target.ratingId, rater, context),
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
    ...stands,
  };
  const shortNo = context.digests.shortNo(target.ratingId);
  return ok(openFile({ id: target.ratingId, shortNo, draft, route, given }, unitName, context.now, policy));
};
