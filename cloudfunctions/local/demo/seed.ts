import { type CodeDigest, formatWindowCode } from '@shared/domain/window-code';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import type { EarlierRating } from './earlier-ratings';
import type { World } from './world';

type Database = { insertMany(collection: string, documents: readonly object[]): Promise<void> };
type Who = { readonly openid: string; readonly millisecondsAgo: number };
/** The cloud as a phone meets it. */
type Cloud = {
  call(door: string, event: unknown, who: Who): Promise<unknown>;
  phoneCode(openid: string): string;
};
type Answer = { readonly ok: boolean; readonly code?: string };
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

/**
 * Hands the ratings in through the citizens' door, one after the other. Where the place asks for 实名, the rater shows his
 * phone number and hands in again. Throws at the first one that is refused.
 */
export const submitEarlier = async (
  ratings: readonly EarlierRating[],
  world: World,
  codes: Codes,
  cloud: Cloud,
): Promise<void> => {
  for (const [index, { openid, target, daysAgo, ...given }] of ratings.entries()) {
    const idempotencyKey = `earlier-${String(index + 1).padStart(4, '0')}`;
    const input = { ...given, ...whereOf(target, world, codes), idempotencyKey };
    const who = { openid, millisecondsAgo: daysAgo * DAY_MS };
    const submit = () => cloud.call('citizen', { action: 'rating.submit', input }, who) as Promise<Answer>;
    let answer = await submit();
    if (answer.code === 'identity.required' && (await provePhone(cloud, who)).ok) answer = await submit();
    if (!answer.ok) throw new Error(`demo: ${target} was not rated: ${JSON.stringify(answer)}`);
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
