import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '../database/store/backup';
import { storedCollections } from '../database/store/catalogue';
import { type CheckReport, checkStore } from '../database/store/check';
import { servingAt } from '../database/store/directory-lock';
import { repairIndexes } from '../database/store/repair';
import { DATA_FILE, openStore, STORE_FOLDER } from '../database/store/store';
import { Explained } from '../explained';

type Verb = 'check' | 'repair' | 'backup';

/** Looking after a data directory without starting a cloud on it. */
export type Care = { readonly verb: Verb; readonly dataDir: string; readonly to: string };

/** Undefined when it is something else that is wanted. Throws `Explained` on a wrong argument. */
export const readCare = ([verb, ...args]: readonly string[], workingDir: string): Care | undefined => {
  if (verb !== 'check' && verb !== 'repair' && verb !== 'backup') return undefined;
  const { data, to } = parsed(verb, args);
  if (!data || (verb === 'backup' && !to)) throw new Explained(usageOf(verb));
  const dataDir = path.resolve(workingDir, data);
  if (!existsSync(path.join(dataDir, STORE_FOLDER, DATA_FILE)))
    throw new Explained(`${dataDir} 里没有本机云的数据，请检查 --data。No data of a local cloud there.`);
  return { verb, dataDir, to: path.resolve(workingDir, to ?? '') };
};

const parsed = (verb: Verb, args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: { data: { type: 'string' }, to: { type: 'string' } } }).values;
  } catch {
    throw new Explained(usageOf(verb));
  }
};

const usageOf = (verb: Verb): string =>
  `用法：npm run local-cloud -- ${verb} --data 目录${verb === 'backup' ? ' --to 新目录' : ''}`;

/** Answers the exit code: 1 when documents and indexes do not agree. Throws `Explained` when the person can mend it. */
export const takeCare = async ({ verb, dataDir, to }: Care): Promise<number> => {
  if (verb === 'repair') await refuseServed(dataDir);
  const store = openStore(dataDir, verb !== 'repair');
  try {
    if (verb === 'backup') {
      await backUp(store, dataDir, to);
      console.log(`已复制到 ${to}；用 --data 指向它就是恢复。Copied.`);
      return 0;
    }
    if (verb === 'repair') await store.write(() => repairIndexes(store, storedCollections(store)));
    return tell(await checkStore(store, storedCollections(store)), verb);
  } finally {
    await store.close();
  }
};

const refuseServed = async (dataDir: string): Promise<void> => {
  const url = await servingAt(dataDir);
  if (url === undefined) return;
  throw new Explained(`${dataDir} 正由 ${url} 的本机云使用；请先停止它再修复。Stop the local cloud first.`);
};

const tell = ({ collections, documents, problems }: CheckReport, verb: Verb): number => {
  console.log(`集合 ${collections} 个，文档 ${documents} 个。`);
  if (problems.length === 0) {
    console.log('索引与文档一致。Documents and indexes agree.');
    return 0;
  }
  for (const problem of problems) console.error(problem);
  console.error(
    verb === 'check'
      ? '不一致；用 repair 按文档修好索引。'
      : '还有修不好的，见上；同一个唯一值有两个文档时要由人决定。',
  );
  return 1;
};
