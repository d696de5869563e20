import { requestFailed } from '../../protocol/cloud-error';
import { sizeOf } from '../values/document-size';
import { type SortSpec, sorted } from './sort';

/** Room beside what is wanted, before the rest is dropped. */
const SPARE = 1_000;
/** Bytes that a sort may hold: https://www.mongodb.com/docs/manual/reference/limits/#mongodb-limit-Sort-Operations */
const LARGEST_SORT = 100 * 1024 * 1024;

export type FirstInOrder<T> = { add(document: T): void; taken(): T[] };

/**
 * The first documents in an order that no index gives: never holds many more than are wanted, however many match. Throws when
 * those are larger than what MongoDB sorts in memory.
 */
export const firstInOrder = <T>(sort: SortSpec, most: number): FirstInOrder<T> => {
  let kept: T[] = [];
  let size = 0;
  const drop = (): void => {
    kept = sorted(kept, sort).slice(0, most);
    size = kept.reduce((sum, document) => sum + sizeOf(document), 0);
    if (size > LARGEST_SORT) throw tooMuch();
  };
  return {
    add: (document) => {
      kept.push(document);
      size += sizeOf(document);
      if (kept.length >= most * 2 + SPARE || size > 2 * LARGEST_SORT) drop();
    },
    taken: () => {
      drop();
      return kept;
    },
  };
};

const tooMuch = (): Error =>
  requestFailed(
    `Sort exceeded memory limit of ${LARGEST_SORT} bytes, but did not opt in to external sorting. Aborting operation. Pass allowDiskUse:true to opt in.`,
  );
