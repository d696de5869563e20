import { type Day, dayOf } from '../kernel/time';
import type { RatingFile } from './rating-file';

/** How somebody stands to a rating. The rated person is no handler of it, whatever his roles. */
export type Relation = 'rater' | 'handler' | 'none';

/** 谁能看到什么: the only fields of a rating that each relation receives. The day replaces the minute for all but the rater. */
const VISIBLE = {
  rater: [
    '_id',
    'receiptNo',
    'level',
    'tags',
    'dictionary',
    'comment',
    'photos',
    'ratedAt',
    'subject',
    'ticket',
    'history',
  ],
  handler: ['_id', 'level', 'tags', 'dictionary', 'comment', 'photos', 'ratedOn', 'subject', 'ticket', 'history'],
  none: [],
} as const satisfies Record<Relation, readonly (keyof RatingFile | 'ratedOn')[]>;

type Dated = RatingFile & { readonly ratedOn: Day };
export type SeenBy<R extends Relation> = Pick<Dated, (typeof VISIBLE)[R][number]>;

/** The part of a rating that this relation may see; everything else is not even in the object. */
export const seenBy = <R extends Relation>(file: RatingFile, relation: R): SeenBy<R> => {
  const dated: Dated = { ...file, ratedOn: dayOf(file.ratedAt) };
  const fields: readonly (keyof Dated)[] = VISIBLE[relation];
  return Object.fromEntries(fields.map((field) => [field, dated[field]])) as SeenBy<R>;
};

/** What decides the relation of an official to a rating: the units that he answers for, the bureaus that he acts for. */
export type Official = {
  readonly staffId: string;
  readonly unitIds: readonly string[];
  readonly bureauIds: readonly string[];
};

/** A liaison handles his unit's tickets, a supervisor his bureau's; never one in which he was rated himself. */
export const relationOf = (
  { staffId, unitIds, bureauIds }: Official,
  { subject, ticket }: Pick<RatingFile, 'subject' | 'ticket'>,
): Relation => {
  if (!ticket || subject.staffId === staffId) return 'none';
  return unitIds.includes(ticket.unitId) || bureauIds.includes(ticket.bureauId) ? 'handler' : 'none';
};
