import type { AppealRules } from '../domain/appeal';
import type { IdentityRules } from '../domain/identity';
import type { PlaceId } from '../domain/organization';
import type { RatingLevel, RatingRules } from '../domain/rating';
import type { IntegrityRules } from '../domain/signals';
import type { TagDictionary } from '../domain/tag';
import type { TicketRules } from '../domain/ticket';
import type { Span, WorkingTimeRules } from '../domain/working-time';
import type { Clause } from '../kernel/clause';
import type { Day } from '../kernel/time';

/** 默认评价: what the system records when nobody rates; null where the place has none. */
export type DefaultRating = { readonly level: RatingLevel; readonly after: Span } | null;

/** Everything a regulation answers for one place. A city is a delta on the national profile. */
export type PolicyProfile = {
  readonly id: PlaceId;
  readonly version: string;
  readonly title: string;
  readonly place: string;
  readonly inForceFrom: Clause<Day>;
  /** 试行期限届满日, null when the regulation leaves it to another act; what follows it is for `in-force.ts` to say. */
  readonly trialUntil?: Clause<Day | null>;
  readonly rating: RatingRules;
  /** 一事一评: each service is rated at most once. */
  readonly oneServiceOneRating: Clause<true>;
  readonly defaultRating: Clause<DefaultRating>;
  readonly identity: IdentityRules;
  readonly ticket: TicketRules;
  readonly appeal: AppealRules;
  /** What strikes about a rating, told to whoever reviews an appeal. */
  readonly integrity: IntegrityRules;
  readonly workingTime: WorkingTimeRules;
  readonly tags: TagDictionary;
};
