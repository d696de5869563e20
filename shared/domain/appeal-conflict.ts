import { APPEAL_TABLE, UNDECIDED } from './appeal-table';
import type { Org } from './organization';
import type { RatingFile } from './rating-file';
import type { StaffMember } from './role';
import { TICKET_TABLE } from './ticket-table';

/** Why somebody may not decide on this appeal. */
export const CONFLICTS = ['rated', 'rater', 'ofUnit', 'sameLine', 'handled', 'decidedBefore'] as const;
export type Conflict = (typeof CONFLICTS)[number];

/** Somebody who would decide: who he is, where he belongs, and the lines (条线) of those places. */
export type Reviewer = {
  readonly staffId: string;
  readonly accountRef: string;
  readonly orgIds: readonly string[];
  readonly lines: readonly string[];
};

/** `orgs` hold at least those where he belongs. */
export const reviewerOf = (
  { _id, accountRef, orgId, grants }: Pick<StaffMember, '_id' | 'accountRef' | 'orgId' | 'grants'>,
  orgs: readonly Pick<Org, '_id' | 'line'>[],
): Reviewer => {
  const orgIds = [...new Set([orgId, ...grants.map((grant) => grant.orgId)])];
  const lines = orgs.flatMap((org) => (orgIds.includes(org._id) && org.line !== undefined ? [org.line] : []));
  return { staffId: _id, accountRef, orgIds, lines };
};

type Files = Pick<RatingFile, 'subject' | 'raterRef' | 'history' | 'appeal'>;

const OF_HANDLERS: readonly string[] = TICKET_TABLE.flatMap(({ move, by }) => (by === 'handler' ? [move] : []));
const OF_UNIT: readonly string[] = APPEAL_TABLE.flatMap(({ move, by }) => (by === 'unit' ? [move] : []));

/** Whoever ever had his hands on it for the unit: signed for it, called the rater, put it right, gave the unit's opinion. */
const hasHandled = (staffId: string, { history, appeal }: Files): boolean =>
  history.some(({ what, by }) => by?.staffId === staffId && OF_HANDLERS.includes(what)) ||
  (appeal?.history ?? []).some(({ what, by }) => by.staffId === staffId && OF_UNIT.includes(what));

/** The two who decided what the rater now objects to; once that is decided too, its correction is open to everybody again. */
const decidersOf = ({ appeal }: Files): readonly string[] =>
  appeal?.objection && appeal.decision && UNDECIDED.includes(appeal.state)
    ? [appeal.decision.ruling.staffId, appeal.decision.secondId]
    : [];

/**
 * 回避: nobody decides who was rated or rated himself, belongs to the rated unit, to one above it on its path or to the same line
 * at whatever level, had a part in handling it, or decided before. Whether a second person is another one is asked with the
 * move. `orgs` are those of the rated unit's path.
 */
export const conflictOf = (
  { staffId, accountRef, orgIds, lines }: Reviewer,
  file: Files,
  orgs: readonly Pick<Org, '_id' | 'kind' | 'line'>[],
): Conflict | null => {
  const { subject, raterRef, appeal } = file;
  const isBureau = (id: string) => orgs.some(({ _id, kind }) => _id === id && kind === 'bureau');
  const own = [subject.orgId, ...subject.orgPath.filter((id) => !isBureau(id)), appeal?.unitId];
  const line = orgs.find(({ _id }) => _id === subject.orgId)?.line;
  if (subject.staffId === staffId) return 'rated';
  if (raterRef === accountRef) return 'rater';
  if (orgIds.some((id) => own.includes(id))) return 'ofUnit';
  if (line !== undefined && lines.includes(line)) return 'sameLine';
  if (hasHandled(staffId, file)) return 'handled';
  return decidersOf(file).includes(staffId) ? 'decidedBefore' : null;
};
