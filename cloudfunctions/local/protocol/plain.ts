export type PlainObject = { [key: string]: unknown };

const tagOf = (value: unknown): string => Object.prototype.toString.call(value);

/** An object literal: no array, date, expression or null. Judged by its tag, so that it may come from another realm (tests). */
export const isPlainObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype || tagOf(value) === '[object Object]');

export const isDate = (value: unknown): value is Date =>
  typeof value === 'object' && (value instanceof Date || tagOf(value) === '[object Date]');

export const isRegExp = (value: unknown): value is RegExp =>
  typeof value === 'object' && (value instanceof RegExp || tagOf(value) === '[object RegExp]');
