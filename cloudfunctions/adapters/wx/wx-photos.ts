import { randomUUID } from 'node:crypto';
import type { Photos } from '../../ports/photos';
import { cloud } from './wx-cloud';

/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage/Cloud.deleteFile.html */
const REMOVED_AT_ONCE = 50;

type Link = { readonly tempFileURL: string; readonly status: number };

export const wxPhotos: Photos = {
  store: async ({ bytes, extension }) => {
    const stored = (await cloud.uploadFile({
      cloudPath: `photos/${randomUUID()}.${extension}`,
      fileContent: Buffer.from(bytes),
    })) as { fileID: string };
    return stored.fileID;
  },
  remove: async (fileIds) => {
    for (let from = 0; from < fileIds.length; from += REMOVED_AT_ONCE)
      await cloud.deleteFile({ fileList: fileIds.slice(from, from + REMOVED_AT_ONCE) });
  },
  links: async (fileIds) => {
    if (fileIds.length === 0) return [];
    const found = (await cloud.getTempFileURL({ fileList: [...fileIds] })) as { fileList: Link[] };
    return found.fileList.filter((file) => file.tempFileURL !== '').map((file) => file.tempFileURL);
  },
};
