/** Round trips as the SDK makes them: one protocol request is one. */
export type Counters = {
  /** Invocations by door: of clients, of other functions, of timers. */
  calls: Record<string, number>;
  reads: number;
  writes: number;
  openapi: number;
  storage: number;
  /** Queries that would have scanned a large collection. */
  scans: number;
};

export type RequestCounters = {
  count(what: Exclude<keyof Counters, 'calls'>): void;
  call(door: string): void;
  read(): Counters;
  reset(): void;
};

export const requestCounters = (): RequestCounters => {
  let now = none();
  return {
    count: (what) => {
      now[what] += 1;
    },
    call: (door) => {
      now.calls[door] = (now.calls[door] ?? 0) + 1;
    },
    read: () => ({ ...now, calls: { ...now.calls } }),
    reset: () => {
      now = none();
    },
  };
};

const none = (): Counters => ({ calls: {}, reads: 0, writes: 0, openapi: 0, storage: 0, scans: 0 });
