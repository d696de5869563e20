import { requestFailed } from '../../protocol/cloud-error';
import { isDate, isPlainObject } from '../../protocol/plain';

/** MongoDB's largest document, in bytes of BSON: https://www.mongodb.com/docs/manual/reference/limits/ */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;
/** What a pipeline may hand on; MongoDB leaves 16 KB for its own needs. */
export const LARGEST_INTERNAL = LARGEST_DOCUMENT + 16 * 1024;

/** Bytes of BSON; where `most` is passed it stops counting, so that a value with shared parts does not take for ever. */
export const sizeOf = (value: unknown, most = Number.POSITIVE_INFINITY): number => {
  if (typeof value === 'string') return value.length > most ? value.length : 5 + Buffer.byteLength(value);
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 4 : 8;
  if (typeof value === 'boolean') return 1;
  if (isDate(value)) return 8;
  if (!Array.isArray(value) && !isPlainObject(value)) return 0;
  let size = 5;
  for (const [key, item] of Object.entries(value)) {
    size += 2 + Buffer.byteLength(key) + sizeOf(item, most - size);
    if (size > most) return size;
  }
  return size;
};

/** The two messages of MongoDB for a document that would be stored. */
export const refuseLargeDocument = (document: object, isNew: boolean): void => {
  const size = sizeOf(document);
  if (size <= LARGEST_DOCUMENT) return;
  throw requestFailed(
    isNew
      ? `object to insert too large. size in bytes: ${size}, max size: ${LARGEST_DOCUMENT}`
      : `Resulting document after update is larger than ${LARGEST_DOCUMENT}`,
  );
};

/** Answers the size of a document between two stages. */
export const internalSize = (document: unknown): number => {
  const size = sizeOf(document, LARGEST_INTERNAL);
  if (size <= LARGEST_INTERNAL) return size;
  throw requestFailed(
    `BSONObj size: ${size} (0x${size.toString(16).toUpperCase()}) is invalid. Size must be between 0 and ${LARGEST_INTERNAL}(16MB)`,
  );
};
