import { type Limit, spanAt } from '@shared/domain/limit';
import { instantOf } from '@shared/kernel/time';
import { PNG } from 'pngjs';
import type { Limits } from '../../cloudfunctions/ports/limits';
import { SCHEMA } from '../../cloudfunctions/schema';
import {
  deploy,
  type TestCloud as PortCloud,
  removeTemporaryFolders,
  startTestCloud,
  temporaryFolder,
} from '../local-cloud/support';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';

/** A function that does nothing but ask the port, on the unmodified SDK. */
const PORT = `
import { wxLimits } from './cloudfunctions/adapters/wx/wx-limits.ts';
export const main = async ({ action, input }) => ({ value: await wxLimits[action](...input) });
`;

const NOON = instantOf('2026-11-20', '12:10');
const ten: Limit = { count: 10, within: 'day' };

describe('次数限制', () => {
  let cloud: PortCloud;
  beforeAll(async () => {
    const functionsDir = temporaryFolder();
    await deploy(functionsDir, 'limits', PORT);
    cloud = await startTestCloud({ functionsDir, schema: { limits: SCHEMA.limits } });
  });
  afterAll(async () => {
    await cloud.close();
    removeTemporaryFolders();
  });

  const ask = async <A extends keyof Limits>(action: A, ...input: Parameters<Limits[A]>) =>
    ((await cloud.call('limits', { action, input })) as { value: Awaited<ReturnType<Limits[A]>> }).value;

  it('同一时刻来五十次，十次的限制正好放过十次', async () => {
    const taken = await Promise.all(Array.from({ length: 50 }, () => ask('take', 'proof', 'at-once', ten, NOON)));
    expect(taken.filter(Boolean)).toHaveLength(10);
    expect(cloud.database.get('limits', 'proof:at-once:2026-11-20')).toMatchObject({ used: 10 });
  });

  it('平常的一次只写一回', async () => {
    await ask('take', 'proof', 'ordinary', ten, NOON);
    cloud.counters.reset();
    expect(await ask('take', 'proof', 'ordinary', ten, NOON)).toBe(true);
    expect(cloud.counters.read()).toMatchObject({ reads: 0, writes: 1 });
  });

  it('别人的、别的事、第二天的，各算各的', async () => {
    const one: Limit = { count: 1, within: 'day' };
    expect(await ask('take', 'photo', 'somebody', one, NOON)).toBe(true);
    expect(await ask('take', 'photo', 'somebody', one, NOON)).toBe(false);
    expect(await ask('take', 'photo', 'somebody-else', one, NOON)).toBe(true);
    expect(await ask('take', 'report', 'somebody', one, NOON)).toBe(true);
    expect(await ask('take', 'photo', 'somebody', one, instantOf('2026-11-21', '00:00'))).toBe(true);
  });

  it('一天到中国的零点为止，一小时到整点为止', () => {
    expect(spanAt(instantOf('2026-11-20', '23:59'), 'day').until).toBe(instantOf('2026-11-21', '00:00'));
    expect(spanAt(instantOf('2026-11-20', '23:59'), 'hour')).toEqual({
      name: '2026-11-20T23',
      until: instantOf('2026-11-21', '00:00'),
    });
    expect(spanAt(NOON, 'hour')).toEqual({ name: '2026-11-20T12', until: instantOf('2026-11-20', '13:00') });
  });

  it('过期的成批忘掉，没过期的留着', async () => {
    const over = (n: number) => ({
      _id: `photo:old-${n}:2026-11-19`,
      used: 1,
      until: instantOf('2026-11-20', '00:00'),
    });
    await cloud.database.insertMany('limits', [0, 1, 2].map(over));
    await ask('take', 'photo', 'today', ten, NOON);
    expect(await ask('forget', NOON, 2)).toBe(2);
    expect(await ask('forget', NOON, 2)).toBe(1);
    expect(await ask('forget', NOON, 2)).toBe(0);
    expect(cloud.database.get('limits', 'photo:today:2026-11-20')).toMatchObject({ used: 1 });
  });
});

describe('照片', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud.close());

  const data = PNG.sync.write(new PNG({ width: 4, height: 4 })).toString('base64');
  const add = (openid: string) => cloud.citizen(openid, 'photo.add', { data });

  it('一人一日三十张，第三十一张说明怎么办；同一大厅的别人不受影响', async () => {
    const added = await Promise.all(Array.from({ length: 31 }, () => add('collector')));
    expect(added.filter(({ ok }) => ok)).toHaveLength(30);
    expect(added.find(({ ok }) => !ok)).toMatchObject({ code: 'limit.tooOften' });
    expect(await add('neighbour')).toMatchObject({ ok: true });
  });

  it('不是照片的不占次数，记下的也认不出是谁', async () => {
    await cloud.citizen('clumsy', 'photo.add', { data: Buffer.from('no photo').toString('base64') });
    const kept = JSON.stringify(cloud.cloud.database.find('limits', {}));
    expect(kept).not.toContain(cloud.digests.accountRef('clumsy'));
    expect(kept).toContain(cloud.digests.accountRef('neighbour'));
    expect(kept).not.toMatch(/collector|neighbour/);
  });

  it('每分钟的定时任务忘掉过期的次数', async () => {
    await cloud.cloud.database.insert('limits', { _id: 'photo:gone:2020-01-01', used: 3, until: 1 });
    await cloud.runClock();
    expect(cloud.cloud.database.get('limits', 'photo:gone:2020-01-01')).toBeUndefined();
    expect(cloud.cloud.database.find('limits', {})).not.toEqual([]);
  });
});
