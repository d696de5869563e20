import {
  type Consent,
  IDENTITY_FIELDS,
  type Identity,
  type IdentityField,
  isAnythingKept,
  type Notice,
  type ProofRecord,
} from '@shared/domain/identity';
import { addDays, dayOf, type Instant, instantOf } from '@shared/kernel/time';
import { PRIVACY } from '@shared/policy/privacy';
import type { Context } from '../../ports/context';
import type { Vault } from '../../ports/vault';

const TRIES = 3;

/** What a change does: new values of fields (null takes one away), and the rest as it shall stand. */
export type IdentityChange = Partial<Omit<Identity, '_id' | 'rev' | 'sealed' | 'keyVersion'>> & {
  readonly fields?: Readonly<Partial<Record<IdentityField, string | null>>>;
};

const empty = (ref: string, keyVersion: string): Identity => ({
  _id: ref,
  rev: 0,
  sealed: {},
  keyVersion,
  phoneIndex: null,
  idIndex: null,
  proofs: [],
  undetermined: null,
  consents: [],
  isGuardian: false,
  face: null,
  keepUntil: null,
});

export const placeOf = (ref: string, field: IdentityField | 'face' | 'provinceState') =>
  ({ collection: 'identities', id: ref, field }) as const;

/** All that is sealed of this person. */
export const canBeOpened = ({ _id, sealed }: Identity, vault: Vault): boolean =>
  IDENTITY_FIELDS.every((field) => {
    const text = sealed[field];
    return text === undefined || vault.open(text, placeOf(_id, field)).ok;
  });

/**
 * Everything sealed anew under the newest key. What cannot be opened stays as it is, for whoever looks into it: a lost key
 * or a tampered field keeps nobody from proving himself again.
 */
const resealed = (
  { _id, sealed, keyVersion }: Identity,
  fields: IdentityChange['fields'],
  vault: Vault,
): Pick<Identity, 'sealed' | 'keyVersion'> => {
  let isAllNew = true;
  const entries = IDENTITY_FIELDS.flatMap((field): [IdentityField, string][] => {
    const given = fields?.[field];
    const before = sealed[field];
    if (given) return [[field, vault.seal(given, placeOf(_id, field))]];
    if (given === null || before === undefined) return [];
    const opened = vault.open(before, placeOf(_id, field));
    if (opened.ok) return [[field, vault.seal(opened.value, placeOf(_id, field))]];
    isAllNew = false;
    return [[field, before]];
  });
  return { sealed: Object.fromEntries(entries), keyVersion: isAllNew ? vault.keyVersion : keyVersion };
};

/** 实名信息 last until then, should the person rate no more. */
export const keptUntil = (from: Instant): Instant =>
  instantOf(addDays(dayOf(from), PRIVACY.identityKeptFor.value.count), '00:00');

const consentsUntil = (from: Instant): Instant =>
  instantOf(addDays(dayOf(from), PRIVACY.consentKeptFor.value.count), '00:00');

/** `expires_in` of getVerifyId: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/face/getVerifyId.html */
export const SCAN_HOLDS_MS = 3_600_000;

/** A scan that nobody can finish any more: whose face it should have been is kept no longer. */
const isScanOver = ({ face }: Identity, now: Instant): boolean => face !== null && now > face.startedAt + SCAN_HOLDS_MS;

/**
 * The span begins when something is kept first, and that of the receipts when nothing else is left. Without these only the mark
 * of a try can be left, which counts today, or a scan that was begun.
 */
const endOf = (before: Identity, after: Identity, now: Instant): Instant | null => {
  const tomorrow = instantOf(addDays(dayOf(now), 1), '00:00');
  const isOnlyScan = after.face !== null && Object.keys(after.sealed).length === 0;
  if (isOnlyScan) return tomorrow;
  if (isAnythingKept(after)) return isAnythingKept(before) && before.face === null ? before.keepUntil : keptUntil(now);
  if (after.consents.length === 0) return tomorrow;
  return isAnythingKept(before) || before.consents.length === 0 ? consentsUntil(now) : before.keepUntil;
};

/** Reads, changes, seals and writes, again when somebody was first. Throws when others are first each time. */
export const changeIdentity = async (
  change: (before: Identity) => IdentityChange,
  {
    actor,
    identities,
    now,
    vault,
  }: Pick<Context, 'identities' | 'now' | 'vault'> & { actor: { readonly ref: string } },
): Promise<Identity> => {
  for (let tried = 0; tried < TRIES; tried++) {
    const before = (await identities.find(actor.ref)) ?? empty(actor.ref, vault.keyVersion);
    const { fields, ...changes } = change(before);
    const seals = resealed(before, fields, vault);
    const after: Identity = { ...before, ...(isScanOver(before, now) && { face: null }), ...changes, ...seals };
    const kept = { ...after, keepUntil: changes.keepUntil ?? endOf(before, after, now) };
    if (await identities.save(kept)) return kept;
  }
  throw new Error('an identity was changed by others three times in a row');
};

/** The proofs with this one in place of an older one of the same way. */
export const withProof = (proofs: readonly ProofRecord[], proof: ProofRecord): readonly ProofRecord[] => [
  ...proofs.filter(({ method }) => method !== proof.method),
  proof,
];

/** The consents with these given now; one of the same version that still holds stays. */
export const withConsents = (
  consents: readonly Consent[],
  given: readonly { readonly notice: Notice; readonly version: string }[],
  now: Instant,
): readonly Consent[] => {
  const holds = (wanted: { notice: Notice; version: string }) => (consent: Consent) =>
    consent.notice === wanted.notice && consent.version === wanted.version && consent.withdrawnAt === null;
  const fresh = given.filter((wanted) => !consents.some(holds(wanted)));
  return [...consents, ...fresh.map((consent) => ({ ...consent, givenAt: now, withdrawnAt: null }))];
};
