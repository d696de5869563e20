import type { Page } from 'playwright-core';
import { barriers, misfits } from './usable';

/** How somebody has the app shown. */
export type Reading = {
  readonly name: string;
  readonly elder: boolean;
  readonly dark: boolean;
};

export const NORMAL: Reading = { name: 'normal', elder: false, dark: false };
export const ELDER: Reading = { name: 'elder', elder: true, dark: false };
export const DARK: Reading = { name: 'dark', elder: false, dark: true };
export const ELDER_DARK: Reading = { name: 'elder-dark', elder: true, dark: true };

/** What the frame of a page carries in each mode, as `a phone set to elder mode` in `screens.test.ts` proves. */
export const ELDER_FRAME = { className: 'screen screen--elder', scale: String(24 / 17) };
const USUAL_FRAME = { className: 'screen', scale: '1' };

/** The class and the letter size of the page's frame. */
export const frameOf = (tab: Page) =>
  tab
    .locator('.screen')
    .last()
    .evaluate((frame) => ({
      className: [...frame.classList].filter((name) => name.startsWith('screen')).join(' '),
      scale: (frame as HTMLElement).style.getPropertyValue('--scale'),
    }));

/** Turns the page that is open to another reading, in place: nothing is loaded again, and what was filled in stays. */
export const turnTo = async (tab: Page, { elder, dark }: Reading): Promise<void> => {
  await tab.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await tab.evaluate(
    ({ isElder, scale }) => {
      for (const frame of document.querySelectorAll<HTMLElement>('.screen')) {
        frame.classList.toggle('screen--elder', isElder);
        frame.style.setProperty('--scale', scale);
      }
    },
    { isElder: elder, scale: (elder ? ELDER_FRAME : USUAL_FRAME).scale },
  );
};

/** What keeps somebody from using the page in one reading; all rules are looked at in the normal one. */
const wrongIn = async (tab: Page, reading: Reading): Promise<string[]> => {
  const rules = reading.elder ? ['color-contrast-enhanced'] : [];
  const found = await barriers(tab, { rules, onlyLook: reading !== NORMAL });
  return [...found, ...(await misfits(tab, reading.elder ? 60 : 48))];
};

/** What is wrong with the page as it is now, by reading; nothing when it can be used in all of them. Ends in the first. */
export const wrongInReadings = async (
  tab: Page,
  readings: readonly [Reading, ...Reading[]],
  look: (reading: Reading) => Promise<void> = async () => {},
): Promise<Record<string, string[]>> => {
  const wrong: Record<string, string[]> = {};
  for (const reading of readings) {
    await turnTo(tab, reading);
    await look(reading);
    const found = await wrongIn(tab, reading);
    if (found.length > 0) wrong[reading.name] = found;
  }
  await turnTo(tab, readings[0]);
  return wrong;
};
