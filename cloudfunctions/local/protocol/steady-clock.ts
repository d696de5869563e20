/** Instant, ms, by a clock that only goes forward, evenly: for what lasts so long, whatever the machine's clock is set to meanwhile. */
export const steadyNow = (): number => performance.timeOrigin + performance.now();
