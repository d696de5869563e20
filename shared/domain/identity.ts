import type { Clause } from '../kernel/clause';
import { ok, type Result, refuse } from '../kernel/result';
import { type Day, dayOf, type Instant } from '../kernel/time';
import type { RatingChannel, RatingLevel } from './rating';

/**
 * 实名程度, weakest first: a WeChat account, a phone number under his control, the applicant of the rated case, a name and ID
 * number that belong together, the same with his own phone, a live face or the province's own identification.
 */
export const PROOF_LEVELS = ['account', 'phone', 'caseMatch', 'twoFactor', 'threeFactor', 'strong'] as const;
export type ProofLevel = (typeof PROOF_LEVELS)[number];

/** 实名方式 that a person can choose; a case match needs no choice, it comes with the rated service. */
export const PROOF_METHODS = ['wechatPhone', 'idNumber', 'province', 'face'] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

/** 实名评价要求 */
export type RealName = 'required' | 'encouraged' | 'off';

/** What the regulation must say on 实名评价. */
export type IdentityRules = {
  /** 实名要求 by channel and level. */
  readonly demand: Readonly<Record<RatingChannel, Readonly<Record<RatingLevel, Clause<RealName>>>>>;
  /** The weakest level that counts as 实名. */
  readonly enough: Clause<ProofLevel>;
  /** 实名方式, the easiest first; of these the cloud offers those that are switched on. */
  readonly methods: Clause<readonly ProofMethod[]>;
  /** What one handler opens by himself; everything else needs a second person. */
  readonly openedAlone: Clause<readonly OpenedPart[]>;
};

export const demandOf = ({ demand }: IdentityRules, channel: RatingChannel, level: RatingLevel): RealName =>
  demand[channel][level].value;

const rank = (level: ProofLevel): number => PROOF_LEVELS.indexOf(level);

export const atLeast = (level: ProofLevel, wanted: ProofLevel): boolean => rank(level) >= rank(wanted);

/** `account` of none. */
export const strongest = (levels: readonly ProofLevel[]): ProofLevel =>
  levels.reduce((best, level) => (atLeast(level, best) ? level : best), 'account');

/** 实名信息, each sealed by itself. */
export const IDENTITY_FIELDS = ['name', 'idNumber', 'phone', 'companyName', 'companyCode'] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

/** What a handler can open: how to reach the rater, or who he is. */
export const OPENED_PARTS = ['contact', 'person'] as const;
export type OpenedPart = (typeof OPENED_PARTS)[number];

/** 用途 of an opening; nothing else is a purpose. */
export const OPENING_PURPOSES = ['followUp', 'review', 'dispute'] as const;
export type OpeningPurpose = (typeof OPENING_PURPOSES)[number];

/** Why a verifier could not say. */
export type Undetermined = 'down' | 'limited' | 'noRecord' | 'unsupported';

/** One thing that was proven, by which way and when. */
export type ProofRecord = { readonly method: ProofMethod; readonly level: ProofLevel; readonly at: Instant };

/** 告知书: what a person agrees to before something of his is kept; each of its own. */
export const NOTICES = ['phone', 'idNumber', 'face', 'guardian'] as const;
export type Notice = (typeof NOTICES)[number];

/** 同意, with the version of the notice that was read. */
export type Consent = {
  readonly notice: Notice;
  readonly version: string;
  readonly givenAt: Instant;
  readonly withdrawnAt: Instant | null;
};

/** A face scan that was begun; `claim` is whose face it shall be, sealed. */
export type FaceAttempt = {
  readonly sequenceNo: string;
  readonly verifyId: string;
  readonly startedAt: Instant;
  readonly claim: string;
};

/** 实名档案, one per WeChat account, apart from its ratings: `_id` is the rater's blind reference. */
export type Identity = {
  readonly _id: string;
  readonly rev: number;
  readonly sealed: Readonly<Partial<Record<IdentityField, string>>>;
  /** The key under which all of `sealed` is sealed. */
  readonly keyVersion: string;
  /** Blind indexes of what was proven; null when it was not. */
  readonly phoneIndex: string | null;
  readonly idIndex: string | null;
  readonly proofs: readonly ProofRecord[];
  /** The last try that a verifier could not decide. */
  readonly undetermined: { readonly method: ProofMethod; readonly why: Undetermined; readonly at: Instant } | null;
  readonly consents: readonly Consent[];
  /** The person is the guardian of the child who was served. */
  readonly isGuardian: boolean;
  readonly face: FaceAttempt | null;
  /**
   * When the sealed fields are erased, unless he has rated meanwhile; when nothing is sealed, when the receipts of consent go
   * too; with neither, when the day is over. Null of what was never written.
   */
  readonly keepUntil: Instant | null;
};

export const levelOf = (identity: Pick<Identity, 'proofs'> | undefined): ProofLevel =>
  strongest((identity?.proofs ?? []).map(({ level }) => level));

export const isProvenBy = (method: ProofMethod, { proofs }: Pick<Identity, 'proofs'>): boolean =>
  proofs.some((proof) => proof.method === method);

/**
 * The blind references under which this person's cases are found. An ID number counts only once his own phone, a face or the
 * province vouches for him: a name and number that merely belong together may be another's.
 */
export const caseRefsOf = (accountRef: string, identity: Identity | undefined): readonly string[] => {
  if (!identity) return [accountRef];
  const idIndex = atLeast(levelOf(identity), 'threeFactor') ? identity.idIndex : null;
  return [accountRef, ...[identity.phoneIndex, idIndex].filter((index) => index !== null)];
};

/** 实名情况 of one rating, as it was when it was given. */
export type Proof = {
  readonly level: ProofLevel;
  readonly demand: RealName;
  /** Why it is weaker than what the place asks for: no verifier could say, or the rater chose not to. */
  readonly shortfall: 'undetermined' | 'notGiven' | null;
  /** Whether he had proven anything by then: what he proves later is not opened for this rating. */
  readonly isIdentified: boolean;
};

const wasTriedOn = (day: Day, identity: Pick<Identity, 'undetermined'> | undefined): boolean =>
  identity?.undetermined != null && dayOf(identity.undetermined.at) === day;

/**
 * Does this rating meet the demand of the place? A verifier that could not say today never costs anybody his rating: it is
 * accepted with the weaker level and marked.
 */
export const proofFor = (
  demand: RealName,
  identity: Pick<Identity, 'proofs' | 'undetermined'> | undefined,
  isCaseMatched: boolean,
  now: Instant,
  { enough }: Pick<IdentityRules, 'enough'>,
): Result<Proof, 'identity.required'> => {
  const level = strongest([levelOf(identity), isCaseMatched ? 'caseMatch' : 'account']);
  const known = { level, demand, isIdentified: identity !== undefined && identity.proofs.length > 0 };
  if (demand === 'off' || atLeast(level, enough.value)) return ok({ ...known, shortfall: null });
  if (wasTriedOn(dayOf(now), identity)) return ok({ ...known, shortfall: 'undetermined' });
  return demand === 'required' ? refuse('identity.required') : ok({ ...known, shortfall: 'notGiven' });
};

/** Something of the person himself is kept, not only that he once agreed. */
export const isAnythingKept = ({ sealed, face }: Pick<Identity, 'sealed' | 'face'>): boolean =>
  Object.keys(sealed).length > 0 || face !== null;
