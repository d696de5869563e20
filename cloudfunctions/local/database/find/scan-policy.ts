import { CloudError } from '../../protocol/cloud-error';
import type { PlainObject } from '../../protocol/plain';
import type { SortSpec } from './sort';

/** Beyond this many documents a query needs an index. */
export const MOST_SCANNED = 1_000;

export type ScanPolicy = {
  /** Called when a query would read its whole collection: throws or warns, as chosen at start. */
  scanned(collection: string, filter: PlainObject, sort: SortSpec): void;
};

export const scanPolicy = (mode: 'refuse' | 'warn', onScan: () => void, log: (line: string) => void): ScanPolicy => {
  const warned = new Set<string>();
  return {
    scanned: (collection, filter, sort) => {
      onScan();
      const message = describe(collection, filter, sort);
      if (mode === 'refuse') throw new CloudError('DATABASE_REQUEST_FAILED', message);
      if (!warned.has(message)) log(`[database] ${message}`);
      warned.add(message);
    },
  };
};

const describe = (collection: string, filter: PlainObject, sort: SortSpec): string => {
  const fields = [...new Set(fieldsOf(filter))].sort();
  const order = sort.map(([field, direction]) => (direction === 1 ? field : `-${field}`));
  return (
    `unindexed query: ${collection} where [${fields.join(', ')}] order [${order.join(', ')}] ` +
    `would scan more than ${MOST_SCANNED} documents; declare an index in schema.ts`
  );
};

const fieldsOf = (filter: PlainObject): string[] =>
  Object.entries(filter).flatMap(([key, value]) => {
    if (!key.startsWith('$')) return [key];
    return Array.isArray(value) ? value.flatMap((part) => fieldsOf(part as PlainObject)) : [key];
  });
