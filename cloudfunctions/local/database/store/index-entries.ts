import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { fieldValues } from '../values/field-values';
import { encodeDirected, encodeUint32, encodeValue } from '../values/order-key';
import type { IndexDefinition } from './index-definition';

/** LMDB takes keys up to 1,978 bytes. */
const LONGEST_KEY = 1_900;

export type IndexKeys = IndexDefinition['keys'];

export type IndexState = {
  readonly id: number;
  readonly definition: IndexDefinition;
  /** Positions of keys that were ever fed from an array: their order and joint ranges cannot be used. */
  readonly multikey: Set<number>;
};

export type IndexEntries = { readonly keys: readonly Buffer[]; readonly multikey: readonly number[] };

/** What one document puts into one index. The key ends with the document's id; without it, it is the unique part. */
export const indexEntries = (index: IndexState, document: { readonly _id: unknown }): IndexEntries => {
  const { keys } = index.definition;
  const fields = keys.map((key) => fieldValues(document, key.field));
  refuseParallelArrays(index, fields);
  let prefixes = [encodeUint32(index.id)];
  fields.forEach(({ values }, position) => {
    const direction = keys[position]?.direction ?? 1;
    const parts = distinct(values.map((value) => encodeDirected(value, direction)));
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
  });
  for (const prefix of prefixes) refuseLongKey(index, prefix, document._id);
  return {
    keys: prefixes,
    multikey: keys.flatMap((_, position) => (fields[position]?.arrayAt === undefined ? [] : [position])),
  };
};

export const entryKey = (uniquePart: Buffer, id: unknown): Buffer => Buffer.concat([uniquePart, encodeValue(id)]);

const distinct = (parts: readonly Buffer[]): Buffer[] =>
  parts.length < 2 ? [...parts] : [...new Map(parts.map((part) => [part.toString('latin1'), part])).values()];

const refuseParallelArrays = (index: IndexState, fields: readonly { readonly arrayAt?: string }[]): void => {
  const arrays = new Set(fields.flatMap(({ arrayAt }) => (arrayAt === undefined ? [] : [arrayAt])));
  if (arrays.size > 1)
    throw requestFailed(`cannot index parallel arrays [${[...arrays].join('] [')}] (index ${index.definition.name})`);
};

const refuseLongKey = (index: IndexState, prefix: Buffer, id: unknown): void => {
  if (prefix.length + encodeValue(id).length <= LONGEST_KEY) return;
  throw notEmulated(`a value of more than ${LONGEST_KEY} bytes in the index ${index.definition.name}`);
};
