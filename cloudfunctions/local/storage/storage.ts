import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { CloudError, invalid } from '../protocol/cloud-error';
import { INSUFFICIENT_STORAGE, isDiskFull } from '../protocol/disk-full';
import { isPlainObject, type PlainObject } from '../protocol/plain';
import { steadyNow } from '../protocol/steady-clock';

const FILE_ID_PREFIX = 'cloud://local.6c6f-local-1300000000/';
/** Seconds. */
const UPLOAD_LASTS = 900;
/** https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloudrun/src/development/storage/miniapp/gettempurl.html */
const DEFAULT_MAX_AGE = 86_400;
const LONGEST_MAX_AGE = 86_400;
/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage/Cloud.getTempFileURL.html */
const ADDRESSED_AT_MOST = 50;
/** https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage/Cloud.deleteFile.html */
const REMOVED_AT_MOST = 50;

export type Storage = {
  uploadMetadata(cloudPath: unknown): PlainObject;
  downloadUrls(files: readonly unknown[]): Promise<PlainObject[]>;
  remove(fileIds: readonly unknown[]): Promise<PlainObject[]>;
  /** Refuses a bad signature; the file appears whole or not at all. */
  put(cloudPath: string, signature: string, content: Buffer): Promise<void>;
  /** The file on disk behind a temporary address. */
  fileFor(cloudPath: string, signature: string): Promise<string>;
};

type Signer = {
  sign(method: 'put' | 'get', cloudPath: string, seconds: number): string;
  /** Throws when the signature is not ours, not for this file, or too old. */
  check(method: 'put' | 'get', cloudPath: string, signature: string): void;
};

/** Files lie under the hash of their cloud path, so that no name from outside ever becomes a name on this disk. */
export const openStorage = (directory: string, url: string, now: () => number = steadyNow): Storage => {
  mkdirSync(directory, { recursive: true });
  const signer = newSigner(now);
  const fileOf = (cloudPath: string): string => path.join(directory, hashOf(cloudPath));
  return {
    uploadMetadata: (cloudPath) => uploadMetadata(checkedCloudPath(cloudPath), url, signer),
    downloadUrls: async (files) => {
      if (files.length > ADDRESSED_AT_MOST) throw invalid(`at most ${ADDRESSED_AT_MOST} files get an address at once`);
      return Promise.all(files.map((file) => downloadUrl(file, url, signer, fileOf)));
    },
    remove: async (fileIds) => {
      if (fileIds.length > REMOVED_AT_MOST) throw invalid(`at most ${REMOVED_AT_MOST} files can be removed at once`);
      return Promise.all(fileIds.map((fileId) => removeFile(fileId, fileOf)));
    },
    put: async (cloudPath, signature, content) => {
      signer.check('put', cloudPath, signature);
      await writeWhole(fileOf(cloudPath), content);
    },
    fileFor: async (cloudPath, signature) => {
      signer.check('get', cloudPath, signature);
      if (!(await exists(fileOf(cloudPath)))) throw new CloudError('STORAGE_FILE_NONEXIST', 'NoSuchKey');
      return fileOf(cloudPath);
    },
  };
};

const uploadMetadata = (cloudPath: string, url: string, signer: Signer): PlainObject => {
  const signature = signer.sign('put', cloudPath, UPLOAD_LASTS);
  return {
    url: `${url}/storage/upload/${encodeURIComponent(cloudPath)}`,
    token: signature,
    authorization: signature,
    fileId: FILE_ID_PREFIX + cloudPath,
    cosFileId: hashOf(cloudPath),
  };
};

/** The SDK encodes the address itself, so it must leave here as it is read. */
const downloadUrl = async (
  file: unknown,
  url: string,
  signer: Signer,
  fileOf: (cloudPath: string) => string,
): Promise<PlainObject> => {
  const fileID = isPlainObject(file) ? file.fileid : undefined;
  const cloudPath = cloudPathOf(fileID);
  if (cloudPath === undefined || !(await exists(fileOf(cloudPath)))) {
    return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', maxAge: 0 };
  }
  const maxAge = maxAgeOf(file);
  const signature = signer.sign('get', cloudPath, maxAge);
  return { fileID, code: 'SUCCESS', tempFileURL: `${url}/storage/files/${cloudPath}?sign=${signature}`, maxAge };
};

const removeFile = async (fileID: unknown, fileOf: (cloudPath: string) => string): Promise<PlainObject> => {
  const cloudPath = cloudPathOf(fileID);
  const isGone =
    cloudPath !== undefined &&
    (await unlink(fileOf(cloudPath)).then(
      () => true,
      () => false,
    ));
  return { fileID, code: isGone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
};

const newSigner = (now: () => number): Signer => {
  const secret = randomBytes(32);
  return {
    sign: (method, cloudPath, seconds) => {
      const expires = Math.floor(now() / 1000) + seconds;
      return `${expires}.${seal(secret, method, cloudPath, expires)}`;
    },
    check: (method, cloudPath, signature) => {
      const [expires = '', given = ''] = signature.split('.');
      const wanted = seal(secret, method, cloudPath, Number(expires));
      const isGenuine = given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
      if (!isGenuine || Number(expires) * 1000 < now())
        throw new CloudError('STORAGE_SIGN_PARAM_INVALID', 'SignatureDoesNotMatch');
    },
  };
};

const hashOf = (cloudPath: string): string => createHash('sha256').update(cloudPath).digest('hex');

const seal = (secret: Buffer, method: string, cloudPath: string, expires: number): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([method, cloudPath, expires]))
    .digest('hex');

/** The platform's own rules of naming, and no character that an address would read as something else. */
const checkedCloudPath = (value: unknown): string => {
  if (typeof value !== 'string' || value === '' || Buffer.byteLength(value) > 850)
    throw invalid('cloudPath must have 1 to 850 bytes');
  if (value.startsWith('/') || value.includes('//') || /[\p{Cc}\p{Cs}?#%\\]/u.test(value))
    throw invalid(`cloudPath is not valid: ${value}`);
  if (value.split('/').some((part) => part === '.' || part === '..')) throw invalid(`cloudPath is not valid: ${value}`);
  return value;
};

const cloudPathOf = (fileId: unknown): string | undefined =>
  typeof fileId === 'string' && fileId.startsWith(FILE_ID_PREFIX) ? fileId.slice(FILE_ID_PREFIX.length) : undefined;

const maxAgeOf = (file: unknown): number => {
  const wanted = isPlainObject(file) && typeof file.max_age === 'number' ? Math.floor(file.max_age) : DEFAULT_MAX_AGE;
  return Math.min(Math.max(wanted, 1), LONGEST_MAX_AGE);
};

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

const writeWhole = async (file: string, content: Buffer): Promise<void> => {
  const temporary = `${file}.${randomUUID()}.part`;
  try {
    await writeToDisk(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw isDiskFull(error) ? new CloudError('STORAGE_REQUEST_FAIL', INSUFFICIENT_STORAGE) : error;
  }
};

const writeToDisk = async (file: string, content: Buffer): Promise<void> => {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};
