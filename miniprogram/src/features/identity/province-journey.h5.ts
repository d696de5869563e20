import type { Journey } from './province-journey';

const KEY = 'province-journey';

/** The page is left; what is needed to go on stays in this tab. */
export const goToProvince = (link: string, journey: Journey): void => {
  window.sessionStorage.setItem(KEY, JSON.stringify(journey));
  window.location.assign(link);
};

const journey = (): Journey | null => {
  const kept = window.sessionStorage.getItem(KEY);
  window.sessionStorage.removeItem(KEY);
  return kept === null ? null : (JSON.parse(kept) as Journey);
};

/**
 * The province sends people to the front door, with its answer before the `#` (RFC 6749, 4.1.2): the address becomes that of
 * the identity page, before the first page is chosen by it. Nothing of the answer stays in the history.
 */
export const comeFromProvince = (): void => {
  const answer = new URLSearchParams(window.location.search);
  const state = answer.get('state');
  const kept = state === null ? null : journey();
  if (state === null || !kept) return;
  const back = new URLSearchParams({ state, code: answer.get('code') ?? '', consent: kept.consent });
  window.history.replaceState(null, '', `${window.location.pathname}#/privacy/identity/index?${kept.query}&${back}`);
};
