import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { onTop } from './browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
type WithAxe = { readonly axe: { run: (root: Document, options: RunOptions) => Promise<AxeResults> } };

/** Rules whose answer depends on colours and sizes; all others read the document, which is the same in every mode. */
const RULES_OF_THE_LOOK = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

export type Reach = {
  /** Looked at besides the usual rules. */
  readonly rules?: readonly string[];
  /** The same page in other colours or sizes: only what these can break is looked at again. */
  readonly onlyLook?: boolean;
};

/** What axe finds, in the frames too. */
export const violationsOf = async (page: Page, { rules = [], onlyLook = false }: Reach = {}) => {
  // Put in once: a page of the app stays loaded while one goes from screen to screen.
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  }
  const options: RunOptions = {
    resultTypes: ['violations'],
    // Nothing is asked for again from the server: the app's style sheets are of its own origin.
    preload: false,
    ...(onlyLook && { runOnly: [...RULES_OF_THE_LOOK, ...rules] }),
    rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
  };
  const { violations } = await page.evaluate(
    (given) => (window as unknown as WithAxe).axe.run(document, given),
    options,
  );
  return violations;
};

/** What a person with a disability could not use, as far as a program can tell. */
export const barriers = async (tab: Page, reach: Reach = {}) =>
  (await violationsOf(tab, reach))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

/** What is wider than the phone, or too small to hit. */
export const misfits = (tab: Page, touch: number) =>
  onTop(tab).evaluate((page, least) => {
    const seen = [...page.querySelectorAll<HTMLElement>('*')].filter((element) => element.offsetParent !== null);
    const wide = seen.filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1);
    const small = seen.filter(
      (element) => element.matches('[tabindex="0"]') && element.getBoundingClientRect().height < least,
    );
    return [...wide, ...small].map((element) => element.outerHTML.slice(0, 120));
  }, touch);
