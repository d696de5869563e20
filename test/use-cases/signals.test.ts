import { rm } from 'node:fs/promises';
import type { RatingFile } from '@shared/domain/rating-file';
import { dayOf } from '@shared/kernel/time';
import { PRIVACY } from '@shared/policy/privacy';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { withSignalsProbe } from '../support/with-signals-probe';

const ADDRESS = '203.0.113.7';
const DAY_MS = 24 * 3_600_000;

let cloud: TestCloud;
let lines: string[];
beforeEach(async () => {
  lines = [];
  cloud = await aLocalCloud({ log: (line) => lines.push(line) });
});
afterEach(() => cloud.close());

type From = { readonly clientIp?: string; readonly millisecondsAgo?: number };
const submit = async (openid: string, from: From, difference: object = {}): Promise<Answer> => {
  const event = { action: 'rating.submit', input: aRating(cloud, difference) };
  return (await cloud.cloud.call('citizen', event, { openid, ...from })) as Answer;
};
const fileOf = ({ value }: Answer) => cloud.cloud.database.get('ratings', value.ratingId) as RatingFile;
const filed = async (...given: Parameters<typeof submit>) => fileOf(await submit(...given));

describe('网络记号', () => {
  it('同一网络同一天相同，别的网络、别的日子不同；地址本身哪里也不留', async () => {
    const first = await filed('rater-1', { clientIp: ADDRESS });
    const second = await filed('rater-2', { clientIp: ADDRESS });
    const elsewhere = await filed('rater-3', { clientIp: '203.0.113.8' });
    const yesterday = await filed('rater-4', { clientIp: ADDRESS, millisecondsAgo: DAY_MS });
    expect(first.traces.networkRef).toBe(cloud.digests.networkRef(dayOf(Date.now()), ADDRESS));
    expect(second.traces.networkRef).toBe(first.traces.networkRef);
    for (const other of [elsewhere, yesterday]) {
      expect(other.traces.networkRef).toEqual(expect.any(String));
      expect(other.traces.networkRef).not.toBe(first.traces.networkRef);
    }
    const kept = ['ratings', 'audit', 'limits', 'inbox'].map((name) => cloud.cloud.database.find(name, {}));
    expect(JSON.stringify(kept)).not.toContain('203.0.113');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toContain('203.0.113');
  });

  it('IPv6 的同一网络：手机不同，前半段相同', async () => {
    const one = await filed('rater-1', { clientIp: '2001:db8:1:2::1' });
    const two = await filed('rater-2', { clientIp: '2001:0db8:0001:0002:aaaa:bbbb:cccc:dddd' });
    const other = await filed('rater-3', { clientIp: '2001:db8:1:3::1' });
    expect(two.traces.networkRef).toBe(one.traces.networkRef);
    expect(other.traces.networkRef).not.toBe(one.traces.networkRef);
  });

  it('平台没有说地址的，没有记号，评价照收', async () => {
    const { traces, standing } = await filed('rater-1', { clientIp: '' });
    expect(traces).toEqual({ networkRef: null, openedAt: null, keepUntil: null });
    expect(standing).toBe('effective');
  });
});

it('一个网络接连来的评价，一条也不拒收，一条也不因此待核查', async () => {
  for (let n = 0; n < 15; n++) {
    const bad = { level: 'veryDissatisfied', comment: '等了两个小时' };
    const answer = await submit(`of-the-burst-${n}`, { clientIp: ADDRESS }, bad);
    expect(answer).toMatchObject({ ok: true });
    expect(fileOf(answer).standing).toBe('effective');
  }
});

describe('到期和删除', () => {
  const over = (PRIVACY.tracesKeptFor.value.count + 1) * DAY_MS;
  const forget = async (at?: number) => (await cloud.runClock(at)).value['traces.forget'];

  it('满了期限清除痕迹，评价其余不变；没到期的不动', async () => {
    const old = await filed('rater-1', { clientIp: ADDRESS, millisecondsAgo: over });
    const recent = await filed('rater-2', { clientIp: ADDRESS });
    expect(await forget()).toEqual({ done: 1, left: 0 });
    expect(await forget()).toEqual({ done: 0, left: 0 });
    const after = cloud.cloud.database.get('ratings', old._id) as RatingFile;
    // The same run counts what the figures lacked.
    expect(after).toEqual({ ...old, figuresAt: null, traces: { networkRef: null, openedAt: null, keepUntil: null } });
    expect((cloud.cloud.database.get('ratings', recent._id) as RatingFile).traces).toEqual(recent.traces);
  });

  it('评价人删除本人信息，痕迹一并删除', async () => {
    const file = await filed('rater-1', { clientIp: ADDRESS });
    expect(await cloud.citizen('rater-1', 'data.erase')).toMatchObject({ ok: true });
    const { traces } = cloud.cloud.database.get('ratings', file._id) as RatingFile;
    expect(traces).toEqual({ networkRef: null, openedAt: null, keepUntil: null });
  });
});

describe('给复核人的迹象', () => {
  let directory: string;
  let probed: TestCloud;
  beforeAll(async () => {
    directory = await withSignalsProbe();
    probed = await aLocalCloud({ functionsDir: directory });
  });
  afterAll(async () => {
    await probed.close();
    await rm(directory, { recursive: true, force: true });
  });

  const BAD = { level: 'veryDissatisfied', comment: '很热情，谢谢' };
  const rate = async (openid: string, clientIp: string, difference: object): Promise<string> => {
    const event = { action: 'rating.submit', input: aRating(probed, difference) };
    const answer = (await probed.cloud.call('citizen', event, { openid, clientIp })) as Answer;
    return answer.value.ratingId;
  };

  it('从库里数出来，两次读取，没有时刻，没有记号', async () => {
    const scene = probed.sign('tq01').scene;
    for (const n of [1, 2]) await rate(`neighbour-${n}`, ADDRESS, { scene });
    for (const n of [1, 2]) await rate(`passer-by-${n}`, `198.51.100.${n}`, { scene });
    await rate('the-rater', ADDRESS, { scene, ...BAD });
    await rate('the-rater', ADDRESS, { scene: probed.sign('tq02').scene });
    const opened = await probed.citizen('the-rater', 'window.open', { scene });
    const ratingId = await rate('the-rater', ADDRESS, { scene, ...BAD, served: opened.value.served });
    await rate('the-rater', ADDRESS, { scene });

    probed.counters.reset();
    expect(await probed.call('probe', { ratingId })).toEqual([
      { signal: 'sameNetwork', count: 5, of: 7, bad: 2 },
      { signal: 'series', count: 7, minutes: 5 },
      { signal: 'quick', count: expect.any(Number) },
      { signal: 'repeatPair', count: 3, days: 90 },
      { signal: 'praiseInBadWords', count: 2, words: ['谢谢', '热情'] },
    ]);
    // The rating itself, and the two that signals need.
    expect(probed.counters.read()).toMatchObject({ reads: 3, writes: 0, scans: 0 });
  });

  it('单独一条评价，什么迹象也没有', async () => {
    const ratingId = await rate('alone', '198.51.100.9', {
      scene: probed.sign('tq10001').scene,
      tags: ['213'],
      level: 'dissatisfied',
    });
    expect(await probed.call('probe', { ratingId })).toEqual([]);
  });
});
