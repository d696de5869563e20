import { requestFailed } from '../../protocol/cloud-error';

/** MongoDB's limit of memory for one stage or operator, bytes; here for all of an aggregate together. */
const LARGEST_USE = 100 * 1024 * 1024;

/** Bytes that one element of a list takes at least. */
export const ELEMENT = 16;
/** Bytes that one more document over shared fields takes at least. */
export const FURTHER_DOCUMENT = 128;

let left: number | undefined;

/** Runs an aggregate whose operators tell what they are about to make by `spend`. Not asynchronous. */
export const withMemoryBudget = <T>(action: () => T): T => {
  const outer = left;
  left ??= LARGEST_USE;
  try {
    return action();
  } finally {
    left = outer;
  }
};

/** Before the memory is taken; `name`: the operator or stage. Outside an aggregate nothing is counted. */
export const spend = (name: string, bytes: number): void => {
  if (left === undefined) return;
  left -= bytes;
  if (left >= 0) return;
  throw requestFailed(`${name} used too much memory and cannot spill to disk. Memory limit: ${LARGEST_USE} bytes`);
};
