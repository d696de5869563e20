import Taro from '@tarojs/taro';
import { stored, useStored } from './stored';

/** Body text of 17 px becomes 24 px (适老化). */
const ELDER_SCALE = 24 / 17;
const LARGEST_SCALE = 2;

const elderMode = stored('elder-mode', (kept) => kept === true);

const systemScale = (): number => {
  if (process.env.TARO_ENV !== 'weapp') return 1;
  const info: object = Taro.getAppBaseInfo();
  return 'fontSizeScaleFactor' in info && typeof info.fontSizeScaleFactor === 'number' ? info.fontSizeScaleFactor : 1;
};

export type Reading = { readonly elder: boolean; readonly scale: number };

/** How large to write: elder mode, and the letter size that is set in WeChat. */
export const useReading = (): Reading => {
  const elder = useStored(elderMode);
  const wanted = elder ? Math.max(ELDER_SCALE, systemScale()) : systemScale();
  return { elder, scale: Math.min(wanted, LARGEST_SCALE) };
};

export const setElderMode = (on: boolean): void => elderMode.set(on);
