import { type LimitedThing, spanAt } from '@shared/domain/limit';
import type { Instant } from '@shared/kernel/time';
import type { Limits } from '../../ports/limits';
import { collection, command, insertRow, rowsOf } from './wx-cloud';

type Count = { readonly _id: string; readonly used: number; readonly until: Instant };

const limits = () => collection('limits');

const keyOf = (what: LimitedThing, who: string, spanName: string): string => `${what}:${who}:${spanName}`;

/** Counts on where the count stands and has room; the database takes these one after the other. */
const countOn = async (_id: string, count: number): Promise<boolean> => {
  const counted = (await limits()
    .where({ _id, used: command.lt(count) })
    .update({ data: { used: command.inc(1) } })) as { stats: { updated: number } };
  return counted.stats.updated === 1;
};

export const wxLimits: Limits = {
  take: async (what, who, { count, within }, now) => {
    const { name, until } = spanAt(now, within);
    const _id = keyOf(what, who, name);
    if (await countOn(_id, count)) return true;
    // Nothing stands there yet, or it is full. Of several that start it together one inserts, the others count on.
    if (await insertRow('limits', { _id, used: 1, until })) return count > 0;
    return countOn(_id, count);
  },
  giveBack: async (what, who, within, now) => {
    await limits()
      .where({ _id: keyOf(what, who, spanAt(now, within).name), used: command.gt(0) })
      .update({ data: { used: command.inc(-1) } });
  },
  forget: async (now, atMost) => {
    const over = await rowsOf<Count>(
      limits()
        .where({ until: command.lte(now) })
        .orderBy('until', 'asc')
        .limit(atMost),
    );
    if (over.length > 0)
      await limits()
        .where({ _id: command.in(over.map(({ _id }) => _id)) })
        .remove();
    return over.length;
  },
};
