import type { InputOf, OutputOf } from '@shared/contracts/contract';
import type { DailyDigest } from '@shared/domain/audit';
import type { StaffMember } from '@shared/domain/role';
import type { RefusalCode } from '@shared/kernel/refusals';
import type { Result } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import type { AuditLog } from './audit-log';
import type { Cases } from './cases';
import type { Chance } from './chance';
import type { Clues } from './clues';
import type { Digests } from './digests';
import type { Directory } from './directory';
import type { Figures } from './figures';
import type { Grants } from './grants';
import type { Identities } from './identities';
import type { Inbox } from './inbox';
import type { Limits } from './limits';
import type { Notifications } from './notifications';
import type { Notifier } from './notifier';
import type { OpenPlatform } from './open-platform';
import type { Openings } from './openings';
import type { OrgRegister } from './org-register';
import type { Photos } from './photos';
import type { Ratings } from './ratings';
import type { Reports } from './reports';
import type { Rollups } from './rollups';
import type { SeenRatings } from './seen-ratings';
import type { Shifts } from './shifts';
import type { StaffRegister } from './staff-register';
import type { Vault } from './vault';
import type { Verifiers } from './verifiers';
import type { WindowRegister } from './window-register';

/**
 * Who calls, by blind reference; `staff` when this WeChat account is bound to a member of staff. The `openid` is for
 * WeChat's own APIs alone: never answered or logged, and stored only sealed, for messages that were agreed to (`Grant`).
 */
export type Actor = {
  readonly ref: string;
  readonly openid: string;
  readonly staff: StaffMember | null;
  /** Blind reference of the network from which he calls, of this day; null where the platform told none. */
  readonly networkRef: string | null;
};

/** Of who acts without a phone: a timer, another function. */
export const NOBODY: Actor = { ref: '', openid: '', staff: null, networkRef: null };

/** Everything that a use case may touch. Time and identity enter here and nowhere else. */
export type Context = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly audit: AuditLog;
  readonly cases: Cases;
  readonly chance: Chance;
  readonly clues: Clues;
  readonly digests: Digests;
  readonly directory: Directory;
  readonly figures: Figures;
  readonly grants: Grants;
  readonly identities: Identities;
  readonly inbox: Inbox;
  readonly limits: Limits;
  readonly notifications: Notifications;
  readonly notifier: Notifier;
  readonly openPlatform: OpenPlatform;
  readonly openings: Openings;
  readonly orgRegister: OrgRegister;
  readonly photos: Photos;
  readonly ratings: Ratings;
  readonly reports: Reports;
  readonly rollups: Rollups;
  readonly shifts: Shifts;
  readonly staffRegister: StaffRegister;
  readonly verifiers: Verifiers;
  readonly vault: Vault;
  readonly windowRegister: WindowRegister;
};

export type UseCase<C> = (input: InputOf<C>, context: Context) => Promise<Result<OutputOf<C>, RefusalCode>>;

/** What a use case of the officials' door may touch: of ratings only what this official may see (decision 0010). */
export type OfficialContext = Omit<Context, 'ratings'> & { readonly ratings: SeenRatings };

export type OfficialUseCase<C> = (
  input: InputOf<C>,
  context: OfficialContext,
) => Promise<Result<OutputOf<C>, RefusalCode>>;

/** How many things a job did and how many it could not do yet. */
export type JobReport = {
  readonly done: number;
  readonly left: number;
  /** Daily digests that it kept: they go into the log, where no database reaches. */
  readonly digests?: readonly DailyDigest[];
  /** How many came to which end, by our words or a service's codes: nothing of a person. */
  readonly outcomes?: Readonly<Record<string, number>>;
};

/** Work that a timer starts. */
export type Job = (context: Omit<Context, 'actor'>) => Promise<JobReport>;
