import { randomBytes } from 'node:crypto';
import { invalid, notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isDate, isPlainObject, type PlainObject } from '../../protocol/plain';

export type DocumentId = string | number;
export type StoredDocument = PlainObject & { _id: DocumentId };

const DEEPEST = 100;
const LONGEST_ID_BYTES = 900;

/** 32 hexadecimal digits, as the platform gives. */
export const newDocumentId = (): string => randomBytes(16).toString('hex');

export const checkedId = (id: unknown): DocumentId => {
  if (typeof id === 'string' && Buffer.byteLength(id) <= LONGEST_ID_BYTES) return id;
  if (typeof id === 'number' && Number.isFinite(id)) return id;
  throw typeof id === 'string'
    ? notEmulated(`an _id of more than ${LONGEST_ID_BYTES} bytes`)
    : notEmulated('an _id that is neither a string nor a number');
};

/** A document as it will be stored: `_id` first, every field name and value one that the platform takes. */
export const checkedDocument = (value: unknown, id: unknown): StoredDocument => {
  if (!isPlainObject(value)) throw invalid('a document must be an object');
  const { _id, ...fields } = value;
  checkValue(fields, 0);
  return { _id: checkedId(id), ...fields };
};

export const checkValue = (value: unknown, depth: number): void => {
  if (typeof value !== 'object' || value === null || isDate(value)) return;
  if (depth > DEEPEST) throw requestFailed(`a document may be nested ${DEEPEST} levels deep`);
  if (Array.isArray(value)) {
    for (const item of value) checkValue(item, depth + 1);
    return;
  }
  if (!isPlainObject(value)) throw notEmulated('storing a value that is no JSON value and no date');
  for (const [key, item] of Object.entries(value)) {
    checkFieldName(key);
    checkValue(item, depth + 1);
  }
};

export const checkFieldName = (name: string): void => {
  if (name.startsWith('$')) throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`);
  if (name === '' || name.includes('.') || name.includes('\0'))
    throw requestFailed(`The field name '${name}' is not valid for storage.`);
  if (name === '__proto__' || name === 'constructor' || name === 'prototype')
    throw invalid(`the field name "${name}" is refused`);
};

/** `undefined` is stored as the platform stores it: not at all in objects, null in arrays. */
export const withoutUndefined = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : withoutUndefined(item)));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, withoutUndefined(item)]])),
  );
};
