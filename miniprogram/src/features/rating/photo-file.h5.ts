import Taro from '@tarojs/taro';

const QUALITY = 0.7;
const LONG_EDGE = 1280;

const loaded = (url: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new window.Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = url;
  });

/** As a JPEG in a data address: it can be kept with the draft. */
const shrunk = async (url: string): Promise<string> => {
  const image = await loaded(url);
  const scale = Math.min(1, LONG_EDGE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', QUALITY);
};

export const choosePhotos = async (count: number): Promise<readonly string[]> => {
  const { tempFilePaths } = await Taro.chooseImage({ count, sizeType: ['compressed'] });
  return Promise.all(tempFilePaths.slice(0, count).map(shrunk));
};

export const bytesOf = async (path: string): Promise<string> => path.slice(path.indexOf(',') + 1);

/** A data address needs no file. */
export const holdPhoto = async (path: string): Promise<string> => path;

export const releasePhoto = (_path: string): void => undefined;
