/** What is remembered while somebody is at the province's page. */
export type Journey = { readonly query: string; readonly consent: string };

/** In WeChat nobody goes there (`ways.ts`). A browser has `province-journey.h5.ts`. */
export const goToProvince = (_link: string, _journey: Journey): void => undefined;
export const comeFromProvince = (): void => undefined;
