import type { InputOf } from '@shared/contracts/contract';
import type { openIdentity as contract } from '@shared/contracts/opening';
import { UNDECIDED } from '@shared/domain/appeal-table';
import { IDENTITY_FIELDS, type IdentityField, type OpenedPart, type OpeningPurpose } from '@shared/domain/identity';
import { maskName } from '@shared/domain/masks';
import { isOpen, SHOWN_BY_PART } from '@shared/domain/opening';
import type { RatingFile } from '@shared/domain/rating-file';
import { appealCapacities, type Official, officialOf, relationOf } from '@shared/domain/visibility';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { LIMITS } from '@shared/policy/limits';
import { PRIVACY } from '@shared/policy/privacy';
import type { Context, UseCase } from '../../ports/context';
import { placeOf } from '../identity/change-identity';

const HOUR_MS = 3_600_000;
export const OPENING_HOLDS_MS = PRIVACY.openingHolds.value.count * HOUR_MS;

/** Whoever reviews the appeal now hears the rater too, and for that purpose alone. */
const reviewsIt = (official: Official, { appeal }: RatingFile, purpose: OpeningPurpose): boolean =>
  purpose === 'review' &&
  appeal !== null &&
  UNDECIDED.includes(appeal.state) &&
  appealCapacities(official, appeal).includes('reviewer');

/** The rating that the caller handles or supervises, or whose appeal he reviews; to everybody else it does not exist. */
export const handledRating = async (
  ratingId: string,
  purpose: OpeningPurpose,
  { actor, ratings }: Context,
): Promise<Result<RatingFile, 'ticket.unknown'>> => {
  const file = await ratings.find(ratingId);
  if (!file || !actor.staff) return refuse('ticket.unknown');
  const official = officialOf(actor.staff);
  const relation = relationOf(official, file);
  const may =
    relation === 'handler' ||
    relation === 'supervisor' ||
    (relation === 'reviewer' && reviewsIt(official, file, purpose));
  return may ? ok(file) : refuse('ticket.unknown');
};

/** What another one has agreed to opens for the purpose to which he agreed. */
const isAllowed = async (
  { part, purpose }: InputOf<typeof contract>,
  file: RatingFile,
  context: Context,
): Promise<boolean> => {
  const policy = policyOn(file.subject.place, dayOf(context.now));
  if (policy.ok && policy.value.identity.openedAlone.value.includes(part)) return true;
  const opening = await context.openings.newest(context.actor.staff?._id ?? '', file._id);
  return opening?.purpose === purpose && isOpen(opening, context.now, OPENING_HOLDS_MS);
};

type Fields = Record<IdentityField, string | null>;
const NOTHING = Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, null])) as Fields;

/** A tampered field closes the whole: half an identity would only mislead. */
const readFields = async (
  part: OpenedPart,
  raterRef: string,
  { identities, vault }: Context,
): Promise<Result<Fields, RefusalCode>> => {
  const fields = { ...NOTHING };
  const identity = await identities.find(raterRef);
  for (const field of SHOWN_BY_PART[part]) {
    const sealed = identity?.sealed[field];
    if (sealed === undefined) continue;
    const opened = vault.open(sealed, placeOf(raterRef, field));
    if (!opened.ok) return opened;
    fields[field] = opened.value;
  }
  return ok(fields);
};

/** 查看评价人信息: for a purpose of the list, by who handles the rating or reviews the appeal, so many a day; each time in the 审计日志. */
export const openIdentity: UseCase<typeof contract> = async (input, context) => {
  const { ratingId, part, purpose } = input;
  const { actor, limits, now } = context;
  const file = await handledRating(ratingId, purpose, context);
  if (!file.ok) return file;
  // Given without a name it stays without one, whatever the same person proves another day.
  if (!file.value.proof.isIdentified) return refuse('identity.none');
  if (!(await isAllowed(input, file.value, context))) return refuse('opening.notGranted');
  const staffId = actor.staff?._id ?? '';
  if (!(await limits.take('identityOpening', staffId, LIMITS.identityOpening.value, now))) {
    return refuse('limit.tooOften');
  }
  const fields = await readFields(part, file.value.raterRef, context);
  if (!fields.ok) return fields;
  if (Object.values(fields.value).every((value) => value === null)) return refuse('identity.none');
  const { name } = fields.value;
  return ok({ ...fields.value, name: part === 'contact' && name !== null ? maskName(name) : name });
};
