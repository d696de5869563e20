import { ok, type Result, refuse } from '../kernel/result';
import { dayOf, type Instant, instantOf } from '../kernel/time';
import { LEVEL_LABELS } from './labels';
import { type OutboxEntry, orgInbox, outboxDueAt } from './message';
import { isBad, type RatingRules, saysTheSame } from './rating';
import { type FileRules, type Opening, openedTicket, type RatingFile } from './rating-file';

const AN_HOUR_MS = 3_600_000;

export type ChangeRefusal = 'rating.unchanged' | 'rating.changeTooLate' | 'rating.changedAlready';

/** What the rater says instead; his photos and whom he rated stay. */
export type Changed = Pick<RatingFile, 'level' | 'tags' | 'comment' | 'textCheck' | 'proof'>;

type Said = Parameters<typeof saysTheSame>[0];
type Changing = Pick<RatingFile, 'ratedAt' | 'history'>;
type ChangeRules = Pick<RatingRules, 'changeWithin' | 'changesAtMost'>;

const isUsedUp = ({ history }: Changing, { changesAtMost }: ChangeRules): boolean =>
  history.filter(({ what }) => what === 'ratingChanged').length >= changesAtMost.value;

const lastMoment = ({ ratedAt }: Changing, { changeWithin }: ChangeRules): Instant =>
  ratedAt + changeWithin.value * AN_HOUR_MS;

/** Until when this rating may be changed; null when it may not any more. */
export const changeUntil = (file: Changing, now: Instant, rules: ChangeRules): Instant | null =>
  isUsedUp(file, rules) || now > lastMoment(file, rules) ? null : lastMoment(file, rules);

const check = (file: RatingFile, said: Said, now: Instant, rules: ChangeRules): Result<null, ChangeRefusal> => {
  if (isUsedUp(file, rules)) return refuse('rating.changedAlready');
  if (now > lastMoment(file, rules)) return refuse('rating.changeTooLate');
  return saysTheSame(file, said) ? refuse('rating.unchanged') : ok(null);
};

/** Tells those who have the ticket: it stays on its way, whatever the rater says now. */
const toldToHandler = (file: RatingFile, said: Said, now: Instant, rules: RatingRules): OutboxEntry[] => {
  const { _id, rev, subject, ticket } = file;
  if (!ticket) return [];
  const which = `差评工单${ticket.ticketNo}（${subject.names.center}${subject.names.window}）`;
  const text = isBad(said.level, rules)
    ? `${which}评价人修改了评价，请以修改后的内容为准。`
    : `${which}评价人已改为${LEVEL_LABELS[said.level]}，工单照常办理。`;
  const at = instantOf(dayOf(now), '00:00');
  return [{ id: `${_id}/${rev}/changed`, to: orgInbox(ticket.unitId), exceptStaffId: subject.staffId, text, at }];
};

/**
 * 修改评价: the fields that change, to be written if nobody was first. The first words are kept as `original`; a good rating
 * that becomes a bad one gets its ticket in the same write, a bad one that becomes good keeps its own.
 */
export const changedFile = (
  file: RatingFile,
  said: Changed,
  opening: Pick<Opening, 'shortNo' | 'route' | 'unitName'>,
  now: Instant,
  rules: FileRules,
): Result<Partial<RatingFile>, ChangeRefusal> => {
  const allowed = check(file, said, now, rules.rating);
  if (!allowed.ok) return allowed;
  const { _id: id, level, tags, dictionary, comment, textCheck, subject, raterRef, ticket } = file;
  const opened =
    ticket === null && isBad(said.level, rules.rating)
      ? openedTicket({ ...opening, id, subject, raterRef, proof: said.proof }, now, rules)
      : { ticket, history: [], outbox: toldToHandler(file, said, now, rules.rating) };
  const outbox = [...file.outbox, ...opened.outbox];
  return ok({
    ...said,
    dictionary: rules.tags.id,
    original: file.original ?? { level, tags, dictionary, comment, textCheck },
    ticket: opened.ticket,
    history: [...file.history, { at: now, what: 'ratingChanged' }, ...opened.history],
    outbox,
    outboxAt: outboxDueAt(outbox, file.outboxAt, now),
  });
};
