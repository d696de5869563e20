/** WeChat loads the main package in one piece. A browser has `preload.h5.ts`. */
export const preloadPages = async (): Promise<void> => undefined;
