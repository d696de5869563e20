import { type CloudError, requestFailed } from './cloud-error';

/** No space, no space within a quota, or within the largest size of a file. */
const CODES = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What a write to a file throws when there is no room for it. */
export const isDiskFull = (error: unknown): boolean => CODES.has(String((error as NodeJS.ErrnoException | null)?.code));

/** What the platform says when a disk is full is not published: this is what MongoDB says. */
export const outOfDiskSpace = (): CloudError => requestFailed('OutOfDiskSpace: no space left on device');

/** The same for a file, with the code of an object storage. */
export const INSUFFICIENT_STORAGE = 'InsufficientStorage';
