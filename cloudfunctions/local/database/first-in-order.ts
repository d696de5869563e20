import { type SortSpec, sorted } from './sort';

/** Room beside what is wanted, before the rest is dropped. */
const SPARE = 1_000;

/** The first documents in an order that no index gives: never holds many more than are wanted, however many match. */
export const firstInOrder = <T>(documents: Iterable<T>, sort: SortSpec, most: number): T[] => {
  let kept: T[] = [];
  for (const document of documents) {
    kept.push(document);
    if (kept.length >= most * 2 + SPARE) kept = sorted(kept, sort).slice(0, most);
  }
  return sorted(kept, sort).slice(0, most);
};
