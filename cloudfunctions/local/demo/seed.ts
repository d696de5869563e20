import { type CodeDigest, formatWindowCode } from '@shared/domain/window-code';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import type { EarlierRating } from './earlier-ratings';
import type { EarlierAct, EarlierTicket } from './earlier-tickets';
import type { World } from './world';

type Database = { insertMany(collection: string, documents: readonly object[]): Promise<void> };
type Who = { readonly openid: string; readonly millisecondsAgo: number };
/** The cloud as a phone meets it. */
type Cloud = {
  call(door: string, event: unknown, who: Who): Promise<unknown>;
  phoneCode(openid: string): string;
};
type Answer = {
  readonly ok: boolean;
  readonly code?: string;
  readonly value?: { readonly ratingId?: string; readonly version?: number };
};
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

const at = (openid: string, daysAgo: number): Who => ({ openid, millisecondsAgo: Math.round(daysAgo * DAY_MS) });

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
): Promise<string> => {
  const input = { ...given, ...whereOf(target, world, codes), idempotencyKey };
  const who = at(openid, daysAgo);
  const tried = () => cloud.call('citizen', { action: 'rating.submit', input }, who) as Promise<Answer>;
  let answer = await tried();
  if (answer.code === 'identity.required' && (await provePhone(cloud, who)).ok) answer = await tried();
  return taken(answer, target).ratingId ?? '';
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

/** One act, through the door of whoever does it; answers the version of the ticket afterwards. */
const act = async (ratingId: string, version: number, one: EarlierAct, cloud: Cloud): Promise<number> => {
  const call = (action: string, input: object) =>
    cloud.call(one.door, { action, input }, at(one.openid, one.daysAgo)) as Promise<Answer>;
  if ('clue' in one) {
    taken(await call('clue.transfer', { ratingId, note: one.clue }), 'clue.transfer');
    return version;
  }
  if ('verdict' in one) {
    taken(await call('rating.judge', { ratingId, verdict: one.verdict, words: one.words }), 'rating.judge');
    return version + 1;
  }
  const move = (seen: number) => call('ticket.move', { ratingId, version: seen, step: one.step });
  const first = await move(version);
  if (first.ok) return version + 1;
  // The timer was here meanwhile; or else the second refusal says why.
  const seen = taken(await call('ticket.show', { ratingId }), 'ticket.show').version ?? version;
  taken(await move(seen), JSON.stringify(one.step));
  return seen + 1;
};

/** Hands the bad ratings in, and lets the officials and raters do what they did about them. */
export const handleEarlier = async (
  tickets: readonly EarlierTicket[],
  world: World,
  codes: Codes,
  cloud: Cloud,
): Promise<void> => {
  for (const [index, { rating, acts }] of tickets.entries()) {
    const ratingId = await submit(rating, keyOf('ticket', index), world, codes, cloud);
    let version = 0;
    for (const one of acts) version = await act(ratingId, version, one, cloud);
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
