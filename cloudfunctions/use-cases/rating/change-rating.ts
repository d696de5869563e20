import type { changeRating as contract } from '@shared/contracts/verdict';
import { changedFile } from '@shared/domain/change-rating';
import { demandOf, type Proof, proofFor } from '@shared/domain/identity';
import { checkDraft, type RatingLevel, saysTheSame } from '@shared/domain/rating';
import { isCaseMatched, type RatingFile } from '@shared/domain/rating-file';
import type { TicketState } from '@shared/domain/ticket';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { PolicyProfile } from '@shared/policy/profile';
import type { Context, UseCase } from '../../ports/context';
import { moveFile } from '../../ports/move-file';
import { raterOf } from '../identity/rater';
import { textCheckOf } from '../text/text-check-of';
import { routed } from './route';

/** 实名情况 as it was, unless the new level asks for more than the old one did. */
const proofOf = async (
  file: RatingFile,
  level: RatingLevel,
  { identity: rules }: PolicyProfile,
  context: Context,
): Promise<Result<Proof, RefusalCode>> => {
  const demand = demandOf(rules, file.channel, level);
  if (demand === file.proof.demand) return ok(file.proof);
  const { identity } = await raterOf(context);
  return proofFor(demand, identity, isCaseMatched(file.verification), context.now, rules);
};

/** 修改评价, by the rater himself: one conditional write, and the same answer to a retry whose first answer was lost. */
export const changeRating: UseCase<typeof contract> = async ({ ratingId, ...given }, context) => {
  const { actor, digests, directory, now, openPlatform, ratings } = context;
  const file = await ratings.find(ratingId);
  if (!file || file.raterRef !== actor.ref) return refuse('rating.unknown');
  const policy = policyOn(file.subject.place, dayOf(now));
  if (!policy.ok) return policy;
  // His photos stay as they are; how many they are was asked when they came.
  const draft = checkDraft({ ...given, photos: [] }, policy.value.rating, policy.value.tags);
  if (!draft.ok) return draft;
  const { level, tags, comment } = draft.value;
  const proof = await proofOf(file, level, policy.value, context);
  if (!proof.ok) return proof;
  const [textCheck, orgs] = await Promise.all([
    textCheckOf(comment, openPlatform),
    directory.orgs(file.subject.orgPath),
  ]);
  const said = { level, tags, comment, textCheck, proof: proof.value };
  const opening = { ...routed(file.subject, orgs, policy.value.ticket, now), shortNo: digests.shortNo(ratingId) };
  let state: TicketState | null = null;
  const moved = await moveFile(ratingId, ratings, (current) => {
    if (!current || current.raterRef !== actor.ref) return refuse('rating.unknown');
    const isRetry = current.original !== null && saysTheSame(current, said);
    const changed = isRetry ? ok({}) : changedFile(current, said, opening, now, policy.value);
    if (changed.ok) state = { ...current, ...changed.value }.ticket?.state ?? null;
    return changed;
  });
  return moved.ok ? ok({ ticketState: state }) : moved;
};
