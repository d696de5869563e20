import Taro from '@tarojs/taro';

/** Onto the clipboard; false when WeChat did not let it. A browser has `save-text.h5.ts`. */
export const saveText = async (text: string): Promise<boolean> => {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
};

export const WHERE_TO = '复制到剪贴板，粘贴到您信得过的地方保存';
export const SAVED = '已复制到剪贴板，请粘贴到您信得过的地方保存。';
