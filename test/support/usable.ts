import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { onTop } from './browser';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
type WithAxe = { readonly axe: { run: (root: Document, options: RunOptions) => Promise<AxeResults> } };

/** What axe finds, in the frames too; `rules` are looked at besides the usual ones. */
export const violationsOf = async (page: Page, rules: readonly string[] = []) => {
  // Put in once: a page of the app stays loaded while one goes from screen to screen.
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  }
  const options: RunOptions = {
    resultTypes: ['violations'],
    rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
  };
  const { violations } = await page.evaluate(
    (given) => (window as unknown as WithAxe).axe.run(document, given),
    options,
  );
  return violations;
};

/** What a person with a disability could not use, as far as a program can tell. */
export const barriers = async (tab: Page, rules: readonly string[]) =>
  (await violationsOf(tab, rules))
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
