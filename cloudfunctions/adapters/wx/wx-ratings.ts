import { changesFigures } from '@shared/domain/counts-of-rating';
import type { Rectification } from '@shared/domain/handling';
import { raterInbox } from '@shared/domain/message';
import type { OwnRating } from '@shared/domain/own-ratings';
import { NO_TRACES, type RatingFile } from '@shared/domain/rating-file';
import { ok, refuse } from '@shared/kernel/result';
import type { Instant } from '@shared/kernel/time';
import { type Cursor, PAGE_SIZE, pageOf } from '../../ports/page';
import type { Ratings } from '../../ports/ratings';
import { wxAppealLists } from './wx-appeal-lists';
import { changeRow, collection, command, insertRow, rowOf, rowsOf } from './wx-cloud';
import { wxTicketBoard } from './wx-ticket-board';
import { wxTicketLists } from './wx-ticket-lists';
import { wxTraces } from './wx-traces';

const ratings = () => collection('ratings');

/** After the cursor in an order by `field`, equal ones by `_id` in the same direction. */
const after = (field: string, cursor: Cursor | null, direction: 'asc' | 'desc') => {
  if (!cursor) return {};
  const beyond = direction === 'asc' ? command.gt : command.lt;
  return command.or([{ [field]: beyond(cursor.at) }, { [field]: cursor.at, _id: beyond(cursor.id) }]);
};

/** Those that wait for a look already say nothing of the next person: one account cannot fill the window for all others. */
const walkInsAt = ({ windowId, since }: { readonly windowId: string; readonly since: Instant }) => ({
  ...{ 'subject.windowId': windowId, verification: command.in(['wechat', 'caseNumber']), standing: 'effective' },
  ratedAt: command.gte(since),
});

/** The most that one query answers (云数据库 limit), and the most pages read for one clerk's month. */
const READ_AT_ONCE = 1000;
const PAGES_READ = 5;
/** Where a rater's words stand besides `comment`. */
const WORDS_OF_RATER = [
  ['original', 'comment'],
  ['followOn', 'words'],
  ['ticket.handling.verdict', 'words'],
  ['ticket.handling.reopenedFor', 'words'],
  ['appeal.objection', 'words'],
] as const;

const OWN_FIELDS: Readonly<Record<keyof OwnRating, true>> = {
  ...{ _id: true, level: true, tags: true, dictionary: true, comment: true },
  ...{ ratedAt: true, standing: true, origin: true, textCheck: true, original: true },
};

const ofClerk: Ratings['ofClerk'] = async (staffId, from, until) => {
  const mine = { 'subject.staffId': staffId, ratedAt: command.gte(from).and(command.lt(until)) };
  const read: OwnRating[] = [];
  for (let page = 0; page < PAGES_READ; page++) {
    const found = await rowsOf<OwnRating>(
      ratings()
        .where(mine)
        .orderBy('ratedAt', 'asc')
        .orderBy('_id', 'asc')
        .field({ ...OWN_FIELDS })
        .skip(page * READ_AT_ONCE)
        .limit(READ_AT_ONCE),
    );
    read.push(...found);
    if (found.length < READ_AT_ONCE) break;
  }
  return read;
};

export const wxRatings: Ratings = {
  ...wxTicketLists,
  ...wxTicketBoard,
  ...wxAppealLists,
  ...wxTraces,
  find: (id) => rowOf('ratings', id),
  givenBy: async (raterRef, ids) => {
    if (ids.length === 0) return [];
    const own = ratings().where({ _id: command.in([...ids]), raterRef });
    return (await rowsOf<Pick<RatingFile, '_id'>>(own.field({ _id: true }).limit(ids.length))).map(({ _id }) => _id);
  },
  insert: async (file) => ((await insertRow('ratings', file)) ? ok(file) : refuse('rating.alreadyRated')),
  move: ({ _id, rev, figuresAt }, changes) => {
    const lacking = changesFigures(changes) && { figuresAt: figuresAt ?? Date.now() };
    return changeRow('ratings', { _id, rev }, { ...changes, ...lacking, rev: rev + 1 });
  },
  forgetRater: async ({ ref, ratedUpTo }, newRef, at) => {
    const his = { raterRef: ref, ratedAt: command.lte(ratedUpTo) };
    // Words stand there only in some: null has no fields to empty. Whoever read them before writes them back no more: `rev`.
    for (const [field, words] of WORDS_OF_RATER) {
      await ratings()
        .where({ ...his, [field]: command.neq(null) })
        .update({ data: { [`${field}.${words}`]: '', rev: command.inc(1) } });
    }
    const forgotten = (await ratings()
      .where(his)
      .update({
        data: {
          raterRef: newRef,
          comment: '',
          photos: command.set([]),
          traces: command.set({ ...NO_TRACES }),
          outbox: command.pull({ to: raterInbox(ref) }),
          history: command.push({ at, what: 'raterErased' }),
          rev: command.inc(1),
        },
      })) as { stats: { updated: number } };
    return forgotten.stats.updated;
  },
  ofRater: async (raterRef, cursor) =>
    pageOf(
      await rowsOf<RatingFile>(
        ratings()
          .where(command.and([{ raterRef }, after('ratedAt', cursor, 'desc')]))
          .orderBy('ratedAt', 'desc')
          .orderBy('_id', 'desc')
          .limit(PAGE_SIZE + 1),
      ),
      (file) => ({ at: file.ratedAt, id: file._id }),
    ),
  recent: ({ raterRefs, since }, walkIns, atMost) =>
    rowsOf(
      ratings()
        .where(
          command.or([
            { raterRef: command.in([...raterRefs]), ratedAt: command.gte(since) },
            ...(walkIns ? [walkInsAt(walkIns)] : []),
          ]),
        )
        .field({ raterRef: true, ratedAt: true, verification: true, 'subject.windowId': true })
        .limit(atMost),
    ),
  ofTry: async (raterRef, idempotencyKey) =>
    (await rowsOf<RatingFile>(ratings().where({ raterRef, idempotencyKey }).limit(1)))[0],
  ofClerk,
  quarantined: async ({ bureauIds, staffId, accountRef }, cursor) =>
    pageOf(
      await rowsOf<RatingFile>(
        ratings()
          .where(
            command.and([
              { 'subject.orgPath': command.in([...bureauIds]), quarantinedAt: command.gt(0) },
              { 'subject.staffId': command.neq(staffId), raterRef: command.neq(accountRef) },
              after('quarantinedAt', cursor, 'asc'),
            ]),
          )
          .orderBy('quarantinedAt', 'asc')
          .orderBy('_id', 'asc')
          .limit(PAGE_SIZE + 1),
      ),
      (file) => ({ at: file.quarantinedAt ?? 0, id: file._id }),
    ),
  resultsOf: async (unitId, limit) => {
    const found = await rowsOf<{ ticket: { handling: { rectification: Rectification } } }>(
      ratings()
        .where({ 'ticket.unitId': unitId, 'ticket.handling.rectification.at': command.gt(0) })
        .orderBy('ticket.handling.rectification.at', 'desc')
        .limit(limit)
        .field({ 'ticket.handling.rectification': true }),
    );
    return found.map(({ ticket }) => ticket.handling.rectification);
  },
  dueForLook: (now, limit) =>
    rowsOf(
      ratings()
        .where({ 'ticket.nextAt': command.lte(now).and(command.gt(0)) })
        .orderBy('ticket.nextAt', 'asc')
        .limit(limit),
    ),
  withOutbox: (now, limit) =>
    rowsOf(
      ratings()
        .where({ outboxAt: command.lte(now).and(command.gt(0)) })
        .orderBy('outboxAt', 'asc')
        .limit(limit),
    ),
  waitingForCalendar: (years, limit) =>
    rowsOf(
      ratings()
        .where({ 'ticket.calendarMissing': command.in([...years]) })
        .limit(limit),
    ),
};
