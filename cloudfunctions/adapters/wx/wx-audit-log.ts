import { BEGINNING, type ChainHead, type DailyDigest, link, type NewAuditEntry } from '@shared/domain/audit';
import type { AuditLog, DayOfReader, Doing } from '../../ports/audit-log';
import { type Cursor, PAGE_SIZE, pageOf } from '../../ports/page';
import { sm3Hex } from '../crypto/sm3';
import { type AuditRow, auditId, type DigestRow, digestOfRow, entryOfRow, rowOfDigest, rowOfEntry } from './audit-rows';
import { collection, command, insertRow, rowsOf } from './wx-cloud';

/** Of those that append at the same moment one gets the number; the others try the next after a pause of up to this. */
const MOST_TRIES = 60;
const LONGEST_PAUSE_MS = 40;
/** As many as the platform answers at once. */
const MOST_ROWS = 1_000;
const MOST_READERS = 200;
const MOST_DOINGS = 200;
/** China has one time zone and no summer time. */
const CHINA_UTC_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Whatever else somebody puts into the collection is no head. */
const LAST_ID = '9'.repeat(12);

const audit = () => collection('audit');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const headOf = ([row]: readonly AuditRow[]): ChainHead | undefined =>
  row && { number: Number(row._id), hash: row.hash };

const readHead = async (): Promise<ChainHead> =>
  headOf(
    await rowsOf<AuditRow>(
      audit()
        .where({ _id: command.lte(LAST_ID) })
        .orderBy('_id', 'desc')
        .limit(1),
    ),
  ) ?? BEGINNING;

/** What this warm instance has seen last; only a hint, for others append too. */
let known: ChainHead | undefined;

const append = async (entry: NewAuditEntry): Promise<void> => {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const next = link(known ?? (await readHead()), entry, sm3Hex);
    known = undefined;
    if (await insertRow('audit', rowOfEntry(next))) {
      known = { number: next.number, hash: next.hash };
      return;
    }
    await pause(Math.random() * LONGEST_PAUSE_MS);
  }
  throw new Error('the audit log is too busy to append to');
};

const olderThan = (cursor: Cursor | null) =>
  cursor ? command.or([{ at: command.lt(cursor.at) }, { at: cursor.at, _id: command.lt(cursor.id) }]) : {};

const digestPage = (after: string): Promise<DigestRow[]> =>
  rowsOf(
    collection('auditDigests')
      .where({ _id: command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(MOST_ROWS),
  );

const digests = async (): Promise<readonly DailyDigest[]> => {
  const all: DigestRow[] = [];
  for (let page = await digestPage(''); page.length > 0; page = await digestPage(page.at(-1)?._id ?? ''))
    all.push(...page);
  return all.map(digestOfRow);
};

const STAFF = 'staff:';
const byStaff = () => command.gte(STAFF).and(command.lt('staff;'));
const dayNumber = () => {
  const $ = command.aggregate;
  return $.floor($.divide([$.add(['$at', CHINA_UTC_OFFSET_MS]), DAY_MS]));
};
const dayOfNumber = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

type Grouped = {
  readonly _id: { readonly actor: string; readonly day: number; readonly action: string; readonly purpose: string };
};

const doingsAbout = async (about: string): Promise<readonly Doing[]> => {
  const found = (await audit()
    .aggregate()
    .match({ about, actor: byStaff(), outcome: 'ok' })
    .group({ _id: { actor: '$actor', day: dayNumber(), action: '$action', purpose: '$purpose' } })
    .sort({ '_id.day': -1, '_id.action': 1, '_id.actor': 1, '_id.purpose': 1 })
    .limit(MOST_DOINGS)
    .end()) as { list: Grouped[] };
  return found.list.map(({ _id: { actor, day, action, purpose } }) => ({
    ...{ staffId: actor.slice(STAFF.length), day: dayOfNumber(day) },
    ...{ action, purpose },
  }));
};

type Counted = { readonly _id: { readonly actor: string; readonly day: number }; reads: number; all: number };

const readers = async (since: number): Promise<readonly DayOfReader[]> => {
  const $ = command.aggregate;
  const found = (await audit()
    .aggregate()
    .match({ at: command.gte(since), actor: byStaff() })
    .group({
      _id: { actor: '$actor', day: dayNumber() },
      reads: $.sum($.cond([$.eq(['$outcome', 'ok']), 1, 0])),
      all: $.sum(1),
    })
    .sort({ reads: -1, all: -1, _id: 1 })
    .limit(MOST_READERS)
    .end()) as { list: Counted[] };
  return found.list.map(({ _id, reads, all }) => ({
    staffId: _id.actor.slice(STAFF.length),
    day: dayOfNumber(_id.day),
    reads,
    refused: all - reads,
  }));
};

/** Appends are one after the other by the `_id` alone: who comes second finds the number taken. */
export const wxAuditLog: AuditLog = {
  digest: sm3Hex,
  append,
  entries: async ({ actor, about }, cursor) => {
    const wanted = {
      ...(actor !== undefined && { actor }),
      ...(about !== undefined && { about: command.in([...about]) }),
    };
    const found = await rowsOf<AuditRow>(
      audit()
        .where(command.and([wanted, olderThan(cursor)]))
        .orderBy('at', 'desc')
        .orderBy('_id', 'desc')
        .limit(PAGE_SIZE + 1),
    );
    return pageOf(found.map(entryOfRow), ({ at, number }) => ({ at, id: auditId(number) }));
  },
  fromNumber: async (number, limit) => {
    const rows = audit()
      .where({ _id: command.gte(auditId(number)) })
      .orderBy('_id', 'asc')
      .limit(limit);
    return (await rowsOf<AuditRow>(rows)).map(entryOfRow);
  },
  lastBefore: async (moment) =>
    headOf(
      await rowsOf<AuditRow>(
        audit()
          .where({ at: command.lt(moment) })
          .orderBy('at', 'desc')
          .orderBy('_id', 'desc')
          .limit(1),
      ),
    ),
  readers,
  doingsAbout,
  digests,
  newestDigest: async () => {
    const [row] = await rowsOf<DigestRow>(collection('auditDigests').orderBy('_id', 'desc').limit(1));
    return row && digestOfRow(row);
  },
  keepDigest: (digest) => insertRow('auditDigests', rowOfDigest(digest)),
};
