import { requestFailed } from '../protocol/cloud-error';

/** MongoDB's limit of memory for one stage or operator, bytes; here for all of an aggregate together. */
const LARGEST_USE = 100 * 1024 * 1024;

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
