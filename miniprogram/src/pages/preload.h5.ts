const AFTER_FIRST_PAINT_MS = 1500;

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The pages that somebody goes to from the first one: read while there is a network, so that they open without one. */
export const preloadPages = async (): Promise<void> => {
  await wait(AFTER_FIRST_PAINT_MS);
  const pages = [
    ...[import('./rate/index'), import('./mine/index'), import('./me/index'), import('./receipt/index')],
    import('../privacy/identity/index'),
  ];
  await Promise.allSettled(pages);
};
