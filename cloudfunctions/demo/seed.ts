import { type CodeDigest, formatWindowCode } from '@shared/domain/window-code';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import type { EarlierRating } from './earlier-ratings';
import type { EarlierAct, EarlierTicket, PlainAct } from './earlier-tickets';
import type { World } from './world';

type Database = { insertMany(collection: string, documents: readonly object[]): Promise<void> };
type Who = { readonly openid: string; readonly millisecondsAgo: number; readonly clientIp: string };
/** The cloud as a phone meets it. */
type Cloud = {
  call(door: string, event: unknown, who: Who): Promise<unknown>;
  phoneCode(openid: string): string;
};
type Answer = {
  readonly ok: boolean;
  readonly code?: string;
  readonly value?: {
    readonly ratingId?: string;
    readonly version?: number;
    readonly promise?: { readonly ticketNo: string } | null;
    readonly appeal?: { readonly version: number };
  };
};
/** What was handed in, as those find it again who have to do with it. */
type Handed = { readonly ratingId: string; readonly ticketNo: string };
type Codes = { readonly windowCode: CodeDigest; readonly windowCodeKey: string };

const DAY_MS = 24 * 3_600_000;

/** The directory and the cases, into an empty database. */
export const insertWorld = async (database: Database, { orgs, windows, staff, items, cases }: World): Promise<void> => {
  await Promise.all(
    Object.entries({ orgs, windows, staff, items, cases }).map(([name, documents]) =>
      database.insertMany(name, documents),
    ),
  );
};

/** Everybody has a network of his own, of those that are kept for examples (RFC 5737). */
const networkOf = (openid: string): string =>
  `198.51.100.${[...openid].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 254, 7) + 1}`;

const at = (openid: string, daysAgo: number): Who => ({
  openid,
  millisecondsAgo: Math.round(daysAgo * DAY_MS),
  clientIp: networkOf(openid),
});

/**
 * Hands one rating in through the citizens' door. Where the place asks for 实名, the rater shows his phone number and hands
 * in again. Throws when it is refused.
 */
const submit = async (
  { openid, target, daysAgo, ...given }: EarlierRating,
  idempotencyKey: string,
  world: World,
  codes: Codes,
  cloud: Cloud,
): Promise<Handed> => {
  const input = { ...given, ...whereOf(target, world, codes), idempotencyKey };
  const who = at(openid, daysAgo);
  const tried = () => cloud.call('citizen', { action: 'rating.submit', input }, who) as Promise<Answer>;
  let answer = await tried();
  if (answer.code === 'identity.required' && (await provePhone(cloud, who)).ok) answer = await tried();
  const { ratingId = '', promise } = taken(answer, target);
  return { ratingId, ticketNo: promise?.ticketNo ?? '' };
};

const taken = (answer: Answer, what: string): NonNullable<Answer['value']> => {
  if (!answer.ok) throw new Error(`demo: ${what} was refused: ${JSON.stringify(answer)}`);
  return answer.value ?? {};
};

const keyOf = (kind: string, index: number) => `${kind}-${String(index + 1).padStart(4, '0')}`;

/** Hands the ratings in, one after the other. */
export const submitEarlier = async (
  ratings: readonly EarlierRating[],
  world: World,
  codes: Codes,
  cloud: Cloud,
): Promise<void> => {
  for (const [index, rating] of ratings.entries()) await submit(rating, keyOf('earlier', index), world, codes, cloud);
};

/** The versions that whoever acts next has seen. */
type Seen = { readonly ticket: number; readonly appeal: number };

const SHOWN_BY = { 'ticket.move': 'ticket.show', 'appeal.move': 'appeal.show' } as const;

/** One move; answers the version on which it was made. */
const moved = async (
  action: keyof typeof SHOWN_BY,
  input: { readonly ratingId: string; readonly version: number; readonly step: object },
  who: Who,
  cloud: Cloud,
): Promise<number> => {
  const call = (name: string, given: object) =>
    cloud.call('staff', { action: name, input: given }, who) as Promise<Answer>;
  if ((await call(action, input)).ok) return input.version;
  // The timer was here meanwhile; or else the second refusal says why.
  const shown = taken(await call(SHOWN_BY[action], { ratingId: input.ratingId }), SHOWN_BY[action]);
  const version = (action === 'ticket.move' ? shown.version : shown.appeal?.version) ?? input.version;
  taken(await call(action, { ...input, version }), JSON.stringify(input.step));
  return version;
};

/** The action and its input, of an act that needs no version. */
const plainAct = (one: PlainAct, { ratingId, ticketNo }: Handed): readonly [string, object] => {
  if ('clue' in one) return ['clue.transfer', { ratingId, note: one.clue }];
  if ('appeal' in one) return ['appeal.file', { ticketNo, ...one.appeal }];
  if ('objection' in one) return ['rating.object', { ratingId, words: one.objection }];
  return ['rating.judge', { ratingId, verdict: one.verdict, words: one.words }];
};

/** One act, through the door of whoever does it; answers the versions afterwards. */
const act = async (handed: Handed, seen: Seen, one: EarlierAct, cloud: Cloud): Promise<Seen> => {
  const who = at(one.openid, one.daysAgo);
  const { ratingId } = handed;
  if ('step' in one) {
    const ticket = await moved('ticket.move', { ratingId, version: seen.ticket, step: one.step }, who, cloud);
    return { ...seen, ticket: ticket + 1 };
  }
  if ('review' in one) {
    const appeal = await moved('appeal.move', { ratingId, version: seen.appeal, step: one.review }, who, cloud);
    return { ticket: seen.ticket + 1, appeal: appeal + 1 };
  }
  const [action, input] = plainAct(one, handed);
  taken((await cloud.call(one.door, { action, input }, who)) as Answer, action);
  const isElsewhere = 'clue' in one;
  return { ticket: seen.ticket + (isElsewhere ? 0 : 1), appeal: seen.appeal + ('objection' in one ? 1 : 0) };
};

/** Hands the bad ratings in, and lets the officials and raters do what they did about them. */
export const handleEarlier = async (
  tickets: readonly EarlierTicket[],
  world: World,
  codes: Codes,
  cloud: Cloud,
): Promise<void> => {
  for (const [index, { rating, acts }] of tickets.entries()) {
    const handed = await submit(rating, keyOf('ticket', index), world, codes, cloud);
    let seen: Seen = { ticket: 0, appeal: 0 };
    for (const one of acts) seen = await act(handed, seen, one, cloud);
  }
};

const provePhone = (cloud: Cloud, who: Who): Promise<Answer> => {
  const input = { code: cloud.phoneCode(who.openid), consent: NOTICE_TEXTS.phone.version };
  return cloud.call('citizen', { action: 'identity.provePhone', input }, who) as Promise<Answer>;
};

const whereOf = (target: string, { windows }: World, { windowCode, windowCodeKey }: Codes) => {
  if (target.includes('#')) return { serviceKey: target };
  const window = windows.find(({ _id }) => _id === target);
  if (!window) throw new Error(`demo: there is no window ${target}`);
  return {
    scene: formatWindowCode({ keyVersion: windowCodeKey, windowId: target, serial: window.code.serial }, windowCode),
  };
};
