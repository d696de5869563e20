import Taro from '@tarojs/taro';
import { type Entry, entryOf } from './entry';

/** Lets the person scan a window's code; null when he turns back. A browser cannot. */
export const scanWindow = async (): Promise<Entry | null> => {
  if (process.env.TARO_ENV === 'h5') {
    await Taro.showModal({
      title: '请用微信扫一扫',
      content: '浏览器不能扫码。请打开微信“扫一扫”，扫描窗口上张贴的“好差评”二维码。',
      showCancel: false,
      confirmText: '知道了',
      // `--primary`: the browser's dialogue stands outside of the page that knows it.
      confirmColor: '#1456c8',
    });
    return null;
  }
  try {
    const { result, path } = await Taro.scanCode({ scanType: ['qrCode'] });
    return entryOf({ scene: sceneOf(path) ?? result });
  } catch {
    return null;
  }
};

// A mini-program code yields the page's path with its scene; a printed link yields the link itself.
const sceneOf = (path: string | undefined): string | undefined => /[?&]scene=([^&]+)/.exec(path ?? '')?.[1];
