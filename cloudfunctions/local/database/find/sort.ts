import { invalid, requestFailed } from '../../protocol/cloud-error';
import type { PlainObject } from '../../protocol/plain';
import { type FieldValues, fieldValues } from '../values/field-values';
import { encodeValue } from '../values/order-key';

/** Fields with their directions, the most important first. */
export type SortSpec = readonly (readonly [field: string, direction: 1 | -1])[];

export const sortSpec = (order: PlainObject | undefined): SortSpec =>
  Object.entries(order ?? {}).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw invalid(`the order of ${field} must be 1 or -1`);
    return [field, direction];
  });

/** An array is sorted by its smallest element when ascending, by its largest when descending (as MongoDB does). */
const sortKey = ({ values }: FieldValues, direction: 1 | -1): Buffer => {
  const parts = values.map(encodeValue);
  return parts.reduce((one, other) => (Buffer.compare(one, other) * direction <= 0 ? one : other));
};

const sortKeys = (document: unknown, sort: SortSpec): Buffer[] => {
  const fields = sort.map(([field]) => fieldValues(document, field));
  if (new Set(fields.flatMap(({ arrayAt = [] }) => arrayAt)).size > 1)
    throw requestFailed('cannot sort with keys that are parallel arrays');
  return fields.map((field, at) => sortKey(field, sort[at]?.[1] ?? 1));
};

const compareKeys = (sort: SortSpec, one: readonly Buffer[], other: readonly Buffer[]): number => {
  for (let at = 0; at < sort.length; at += 1) {
    const [a, b] = [one[at], other[at]];
    const order = a && b ? Buffer.compare(a, b) * (sort[at]?.[1] ?? 1) : 0;
    if (order !== 0) return order;
  }
  return 0;
};

/** Stable. */
export const sorted = <T>(documents: readonly T[], sort: SortSpec): T[] => {
  if (sort.length === 0) return [...documents];
  return documents
    .map((document) => ({ document, keys: sortKeys(document, sort) }))
    .sort((one, other) => compareKeys(sort, one.keys, other.keys))
    .map(({ document }) => document);
};

/** Whether two documents are equal in the first fields of an order. */
export const samePlace = (sort: SortSpec, one: unknown, other: unknown): boolean =>
  compareKeys(sort, sortKeys(one, sort), sortKeys(other, sort)) === 0;
