import Taro from '@tarojs/taro';

/** In WeChat. A browser has `photo-file.h5.ts`. */
const QUALITY = 60;
const LONG_EDGE = 1280;

const shrunk = async (path: string): Promise<string> => {
  try {
    return (await Taro.compressImage({ src: path, quality: QUALITY, compressedWidth: LONG_EDGE })).tempFilePath;
  } catch {
    // PNG cannot be compressed on some phones: its size is judged as it is.
    return path;
  }
};

const isCancel = (failure: unknown): boolean =>
  typeof failure === 'object' && failure !== null && 'errMsg' in failure && String(failure.errMsg).includes('cancel');

/** Paths of at most `count` photos, made smaller. Empty when the person thinks better of it. */
export const choosePhotos = async (count: number): Promise<readonly string[]> => {
  try {
    const { tempFilePaths } = await Taro.chooseImage({ count, sizeType: ['compressed'] });
    return await Promise.all(tempFilePaths.map(shrunk));
  } catch (failure) {
    if (isCancel(failure)) return [];
    throw failure;
  }
};

/** The bytes in base64; rejects when the file is gone. */
export const bytesOf = (path: string): Promise<string> =>
  new Promise((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath: path,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: reject,
    }),
  );

/** Where the file stays when the app is closed: WeChat clears temporary ones away. Where it was, when there is no room. */
export const holdPhoto = (path: string): Promise<string> => {
  const held = `${Taro.env.USER_DATA_PATH}/${path.slice(path.lastIndexOf('/') + 1)}`;
  if (held === path) return Promise.resolve(path);
  return new Promise((resolve) =>
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      filePath: held,
      success: () => resolve(held),
      fail: () => resolve(path),
    }),
  );
};

/** Clears away what was held. */
export const releasePhoto = (path: string): void => {
  if (!path.startsWith(`${Taro.env.USER_DATA_PATH}/`)) return;
  Taro.getFileSystemManager().unlink({ filePath: path, fail: (failure) => console.warn('unlink', failure) });
};
