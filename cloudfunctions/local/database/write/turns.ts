import type { PlainObject } from '../../protocol/plain';
import { planQuery } from '../find/plan';
import { matching, type Reader } from '../find/read';
import { compileFilter } from '../match/filter';
import type { CollectionState } from '../store/store';
import { writeWhenFree } from '../store/write-locks';
import type { DocumentId } from '../values/documents';
import type { Among } from './write';

/** Documents that one write changes. */
const MOST_IN_A_TURN = 500;

/**
 * A change of many documents goes from one to the next, as in MongoDB: others read and write in between, and only one turn of
 * documents is held in memory. `change` runs inside a write, decides again what matches, and answers how many it changed.
 */
export const inTurns = async (
  reader: Reader,
  collection: CollectionState,
  filter: PlainObject,
  change: (among: Among) => number,
): Promise<number> => {
  const plan = planQuery(collection, filter);
  if (plan.kind === 'ids') return writeWhenFree(reader.store, () => change(undefined));
  const ids: DocumentId[] = [];
  for (const { _id } of matching(reader, collection, plan, compileFilter(filter), { filter })) ids.push(_id);
  let total = 0;
  for (let at = 0; at < ids.length; at += MOST_IN_A_TURN) {
    const among = ids.slice(at, at + MOST_IN_A_TURN);
    total += await writeWhenFree(reader.store, () => change(among));
  }
  return total;
};
