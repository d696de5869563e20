import { addDays, dayOf } from '@shared/kernel/time';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { figuresOf, keepFigures } from '../support/figures-of';
import { aFileAt, moveTo } from '../support/many-ratings';
import { costOf } from './many-tickets';

const TODAY = dayOf(Date.now());
const AT = ['tq01', 'tq02', 'tq03', 'tq04', 'tq10001'] as const;

/** So many ratings of 台前, over a year, all in the figures. */
const insertRatings = async (cloud: TestCloud, count: number): Promise<void> => {
  const files = Array.from({ length: count }, (_, n) => ({
    ...aFileAt(cloud, AT[n % AT.length] ?? '', addDays(TODAY, -(n % 365) - 2), { _id: `many-${n}` }),
    figuresAt: null,
  }));
  await cloud.cloud.database.insertMany('ratings', files);
};

/** What the timer costs with one rating that has changed, and without. */
const costOfAChange = async (count: number) => {
  const cloud = await aLocalCloud({ instances: 1 });
  await insertRatings(cloud, count);
  await cloud.cloud.database.insert('ratings', aFileAt(cloud, 'tq02', addDays(TODAY, -1), { _id: 'one' }));
  await keepFigures(cloud);
  const costOfRun = async () => {
    cloud.counters.reset();
    await cloud.runClock();
    return cloud.counters.read();
  };
  const idle = await costOfRun();
  await moveTo(cloud, 'one', { level: 'satisfied' });
  const busy = await costOfRun();
  expect(figuresOf(cloud, 'unit:tq-insurance', addDays(TODAY, -1))).toMatchObject({ satisfied: 1 });
  await moveTo(cloud, 'one', {});
  const same = await costOfRun();
  await cloud.close();
  const more = ({ reads, writes, scans }: typeof idle) => ({
    ...{ reads: reads - idle.reads, writes: writes - idle.writes, scans },
  });
  return { changed: more(busy), unchanged: more(same) };
};

describe('what the figures cost', () => {
  it('a changed rating is at most 8 reads and 9 writes, however many there are; a move that counts nothing, 2 writes', async () => {
    const few = await costOfAChange(10);
    const many = await costOfAChange(2_000);
    expect(many).toEqual(few);
    expect(few.changed.scans).toBe(0);
    expect(few.changed.reads).toBeLessThanOrEqual(8);
    // The window's day, unit, center, region, clerk and channel; the mark on the rating; the line of the audit log.
    expect(few.changed.writes).toBeLessThanOrEqual(9);
    expect(few.unchanged.writes).toBeLessThanOrEqual(2);
  });

  it('a month of a whole jurisdiction is one read, however many ratings it has', async () => {
    const costs = async (count: number) => {
      const cloud = await aLocalCloud({ instances: 1 });
      await insertRatings(cloud, count);
      await cloud.cloud.database.insert('ratings', aFileAt(cloud, 'tq02', TODAY, { _id: 'one' }));
      await keepFigures(cloud);
      const { reads, writes, scans } = await costOf(cloud, cloud.personas.taiqianSupervisor, 'appeal.statistics', {});
      await cloud.close();
      return { reads, writes, scans };
    };
    // Who asks (1), what hangs below (1), what waits (2), and the figures (1); the line of the audit log.
    const expected = { reads: 5, writes: 1, scans: 0 };
    expect(await costs(10)).toEqual(expected);
    expect(await costs(2_000)).toEqual(expected);
  });
});
