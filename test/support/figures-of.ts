import { type Counts, countsOf, withoutZeros } from '@shared/domain/indicator';
import type { FigureSubject } from '@shared/domain/window-day';
import type { Day } from '@shared/kernel/time';
import type { TestCloud } from './a-local-cloud';

type Row = {
  readonly _id: string;
  readonly version: string;
  readonly counts: Partial<Counts>;
  readonly parts: object[];
};

/** All documents of the figures, without what tells only who wrote them when. */
export const rollupsOf = (cloud: TestCloud): readonly Omit<Row, 'version'>[] =>
  (cloud.cloud.database.find('rollups', {}) as Row[])
    .map(({ version: _, ...row }) => row)
    .sort((a, b) => (a._id < b._id ? -1 : 1));

/** Of one subject on one day, what is not 0. */
export const figuresOf = (cloud: TestCloud, subject: FigureSubject, day: Day): Partial<Counts> => {
  const row = cloud.cloud.database.get('rollups', `${subject}/${day}`) as Row | undefined;
  return withoutZeros(countsOf(row?.counts ?? {}));
};

/** Runs the timer until nothing waits to be counted. */
export const keepFigures = async (cloud: TestCloud): Promise<void> => {
  for (let run = 0; run < 200; run++) {
    const { value } = await cloud.runClock();
    if (value['figures.keep'].done === 0 && value['figures.keep'].left === 0) return;
  }
  throw new Error('the figures never come to an end');
};
