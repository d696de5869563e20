import type { InputOf, OutputOf } from '@shared/contracts/contract';
import type { StaffMember } from '@shared/domain/role';
import type { RefusalCode } from '@shared/kernel/refusals';
import type { Result } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import type { Cases } from './cases';
import type { Digests } from './digests';
import type { Directory } from './directory';
import type { Inbox } from './inbox';
import type { Limits } from './limits';
import type { OpenPlatform } from './open-platform';
import type { Photos } from './photos';
import type { Ratings } from './ratings';
import type { SeenRatings } from './seen-ratings';
import type { Vault } from './vault';
import type { Verifiers } from './verifiers';

/** Who calls, by blind reference; `staff` when this WeChat account is bound to a member of staff. */
export type Actor = { readonly ref: string; readonly staff: StaffMember | null };

/** Everything that a use case may touch. Time and identity enter here and nowhere else. */
export type Context = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly cases: Cases;
  readonly digests: Digests;
  readonly directory: Directory;
  readonly inbox: Inbox;
  readonly limits: Limits;
  readonly openPlatform: OpenPlatform;
  readonly photos: Photos;
  readonly ratings: Ratings;
  readonly verifiers: Verifiers;
  readonly vault: Vault;
};

export type UseCase<C> = (input: InputOf<C>, context: Context) => Promise<Result<OutputOf<C>, RefusalCode>>;

/** What a use case of the officials' door may touch: of ratings only what this official may see (decision 0010). */
export type OfficialContext = Omit<Context, 'ratings'> & { readonly ratings: SeenRatings };

export type OfficialUseCase<C> = (
  input: InputOf<C>,
  context: OfficialContext,
) => Promise<Result<OutputOf<C>, RefusalCode>>;

/** Work that a timer starts; answers how many things it did and how many it could not do yet. */
export type Job = (context: Omit<Context, 'actor'>) => Promise<{ readonly done: number; readonly left: number }>;
