import { requestFailed } from '../protocol/cloud-error';

/** LMDB that is read or written while it closes takes the whole process down: nobody enters then, and who is inside ends first. */
export type Gate = {
  /** The same methods, which throw from `close` on. */
  guard<T extends object>(methods: T): T;
  /** Resolves when everything that was let in has ended; `hurry` may help it to an end. */
  close(hurry: () => void): Promise<void>;
};

type Method = (...given: readonly unknown[]) => unknown;

export const newGate = (): Gate => {
  const inside = new Set<Promise<unknown>>();
  let isClosed = false;
  const guarded =
    (method: Method): Method =>
    (...given) => {
      if (isClosed) throw requestFailed('the database is closed');
      const result = method(...given);
      if (result instanceof Promise) {
        inside.add(result);
        const leave = () => void inside.delete(result);
        result.then(leave, leave);
      }
      return result;
    };
  return {
    guard: <T extends object>(methods: T) =>
      Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, guarded(method as Method)])) as T,
    close: async (hurry) => {
      isClosed = true;
      hurry();
      await Promise.allSettled(inside);
    },
  };
};
