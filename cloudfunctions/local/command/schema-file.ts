import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { IndexDefinition } from '../database/store/index-definition';
import { Explained } from '../explained';

const name = z.string().check(z.minLength(1));

const SCHEMA_FILE = z.record(
  name,
  z.array(
    z.strictObject({
      name,
      keys: z.array(z.strictObject({ field: name, direction: z.literal([1, -1]) })).check(z.minLength(1)),
      unique: z.optional(z.boolean()),
    }),
  ),
);

/** Collections with their indexes: `{"orders": [{"name": "byTime", "keys": [{"field": "at", "direction": -1}]}]}`. */
export const readSchemaFile = (file: string): Record<string, readonly IndexDefinition[]> => {
  const read = SCHEMA_FILE.safeParse(jsonIn(file));
  if (read.success) return read.data as Record<string, readonly IndexDefinition[]>;
  const [problem] = read.error.issues;
  throw new Explained(
    `集合清单 ${file} 的 ${problem?.path.join('.') || '最外层'} 写得不对：${problem?.message ?? ''}。` +
      '应为 {"集合名": [{"name": "索引名", "keys": [{"field": "字段", "direction": 1}]}]}。',
  );
};

const jsonIn = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Explained(isMissing ? `没有集合清单 ${file}，请检查 --schema。` : `集合清单 ${file} 不是合法的 JSON。`);
  }
};
