import { ACCIDENTS, ALL_AT_ONCE } from './accidents';
import { rateUnder } from './rating-storm';

/** The short version of `npm run chaos`. */
it.each([...ACCIDENTS.filter(({ name }) => ['答复丢失', '写入执行两次'].includes(name)), ALL_AT_ONCE])(
  '$name: whoever holds a receipt has one rating, and only one',
  async (accident) => {
    const figures = await rateUnder(accident, { operations: 24, seed: 3 });
    expect(figures).toMatchObject({ acknowledged: 24, lost: 0, doubled: 0 });
    expect(figures.injected).toBeGreaterThan(0);
  },
);
