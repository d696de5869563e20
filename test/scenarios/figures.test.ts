import { APPEAL_STATES, GRANTED, UNDECIDED } from '@shared/domain/appeal-table';
import { RATING_LEVELS } from '@shared/domain/rating';
import type { RatingFile } from '@shared/domain/rating-file';
import { TICKET_STATES } from '@shared/domain/ticket';
import { addDays, dayOf } from '@shared/kernel/time';
import fc from 'fast-check';
import { anAppeal, denial, GRANT } from '../domain/a-rating-file';
import { aTicketIn } from '../domain/a-ticket';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { figuresOf, keepFigures, rollupsOf } from '../support/figures-of';
import { aFileAt, moveTo } from '../support/many-ratings';

const SEED = 20_261_128;
const CHANGES = 1_000;
/** The last of them are made while the timer counts, each to a rating that it is just counting. */
const RACES = 50;
const FILES = 150;
const WINDOWS = ['tq01', 'tq02', 'tq10001', 'tq10020101', 'cz01', 'xq01', 'fq01'] as const;
const TODAY = dayOf(Date.now());
const idOf = (n: number) => `rating-${n}`;

const level = fc.constantFrom(...RATING_LEVELS);
/** 误评 or 恶意: set aside; or the reversal: as it stood before, with or without its appeal. */
const appealed: fc.Arbitrary<Partial<RatingFile>> = fc.constantFrom(...APPEAL_STATES).map((state) => {
  const decision = GRANTED.includes(state) ? GRANT : state === 'denied' ? denial(true) : null;
  return { appeal: anAppeal(state, { decision }), standing: GRANTED.includes(state) ? 'setAside' : 'effective' };
});
const ruled: fc.Arbitrary<Partial<RatingFile>> = fc.oneof(
  { weight: 3, arbitrary: appealed },
  { weight: 1, arbitrary: fc.constant({ appeal: null, standing: 'effective' } as const) },
);
const otherwise: fc.Arbitrary<Partial<RatingFile>> = fc.oneof(
  fc.constantFrom(...(['effective', 'quarantined', 'superseded'] as const)).map((standing) => ({ standing })),
  fc
    .constantFrom(...TICKET_STATES)
    .map((state) => ({ ticket: { ...aTicketIn(state), nextAt: null, calendarMissing: null } })),
  level.map((one) => ({ level: one })),
);
/** Each one is an appeal or its reversal; every other one changes something else too. */
const change: fc.Arbitrary<Partial<RatingFile>> = fc
  .tuple(ruled, fc.option(otherwise, { freq: 1, nil: {} }))
  .map(([one, other]) => ({ ...one, ...other }));
/** How the timer comes meanwhile: not at all, in peace, unwaited for, two at once, or so that it dies after so many milliseconds. */
const timer = fc.oneof(
  { weight: 60, arbitrary: fc.constant('none' as const) },
  { weight: 1, arbitrary: fc.constantFrom('once', 'meanwhile', 'twice') },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 150 }) },
);
const step = fc.record({ id: fc.nat(FILES - 1).map(idOf), change, timer });
const race = fc.record({ before: change, after: change, ms: fc.integer({ min: 20, max: 150 }) });

describe('统计与逐条重算', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud({ instances: 3 });
    const files = Array.from({ length: FILES }, (_, n) => {
      const windowId = WINDOWS[n % WINDOWS.length] ?? 'tq01';
      const ticket = n % 2 === 0 ? { ...aTicketIn('awaitingFollowUp'), nextAt: null, calendarMissing: null } : null;
      return aFileAt(cloud, windowId, addDays(TODAY, -(n % 10)), {
        ...{ _id: idOf(n), ticket, level: ticket ? 'dissatisfied' : 'satisfied' },
      });
    });
    await cloud.cloud.database.insertMany('ratings', files);
  });
  afterAll(() => cloud.close());

  /** Whether it came to its end: what dies now was to die earlier, when it was through already. */
  const run = (): Promise<boolean> =>
    cloud.runClock().then(
      () => true,
      () => false,
    );
  const pending: Promise<unknown>[] = [];
  const runs: Readonly<Record<'none' | 'once' | 'meanwhile' | 'twice', () => unknown>> = {
    none: () => undefined,
    once: run,
    meanwhile: () => void pending.push(run()),
    twice: () => Promise.all([run(), run()]),
  };
  const cutOffAfter = (ms: number): Promise<unknown> => {
    const accident = new Promise<void>((resolve) => {
      setTimeout(() => resolve(cloud.cloud.faults.next('killInstance', 'clock')), ms);
    });
    return Promise.all([accident, run()]);
  };

  it(`${CHANGES} 次改动、申诉和撤销以后，边改边记的每个文档都和从头重算的一样`, async () => {
    for (const { id, change: changes, timer: how } of fc.sample(step, { numRuns: CHANGES - 2 * RACES, seed: SEED })) {
      await moveTo(cloud, id, changes);
      await (typeof how === 'number' ? cutOffAfter(how) : runs[how]());
    }
    await Promise.all(pending);
    while (!(await run()));
    for (const [n, { before, after, ms }] of fc.sample(race, { numRuns: RACES, seed: SEED }).entries()) {
      await moveTo(cloud, idOf(n), before);
      const counting = run();
      await new Promise((resolve) => setTimeout(resolve, ms));
      await moveTo(cloud, idOf(n), after);
      await counting;
    }
    await keepFigures(cloud);
    const kept = rollupsOf(cloud);
    expect(kept.length).toBeGreaterThan(50);

    expect(await cloud.staff(cloud.personas.taiqianSystemAdmin, 'figures.rebuild')).toMatchObject({ ok: true });
    expect(rollupsOf(cloud)).toEqual([]);
    await keepFigures(cloud);
    expect(rollupsOf(cloud)).toEqual(kept);
  }, 400_000);

  it('而且就是评价档案里有的那些', async () => {
    const files = cloud.cloud.database.find('ratings', {}) as RatingFile[];
    expect(files.every(({ figuresAt }) => figuresAt === null)).toBe(true);
    const inCounty = files.filter(({ subject }) => subject.orgPath.includes('tq-gov') && subject.servedOn === TODAY);
    const effective = inCounty.filter(({ standing }) => standing === 'effective');
    const count = (some: readonly RatingFile[]) => some.length || undefined;
    expect(figuresOf(cloud, 'region:tq-gov', TODAY)).toMatchObject({
      bad: count(effective.filter(({ ticket }) => ticket !== null)),
      setAside: count(inCounty.filter(({ standing }) => standing === 'setAside')),
      appealsOpen: count(inCounty.filter(({ appeal }) => appeal !== null && UNDECIDED.includes(appeal.state))),
      participated: effective.length,
    });
  });
});
