import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { onTop } from './browser';

/** What a person with a disability could not use, as far as a program can tell. */
export const barriers = async (tab: Page, rules: readonly string[]) => {
  const { violations } = await new AxeBuilder({ page: tab })
    .options({ rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])) })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

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
