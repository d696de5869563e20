export type PlainObject = { [key: string]: unknown };

/** An object literal: no array, date, expression or null. Judged by its tag, so that it may come from another realm (tests). */
export const isPlainObject = (value: unknown): value is PlainObject =>
  Object.prototype.toString.call(value) === '[object Object]';

export const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

export const isRegExp = (value: unknown): value is RegExp =>
  Object.prototype.toString.call(value) === '[object RegExp]';
