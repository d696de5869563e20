import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Explained } from '../../explained';

/** Files that functions stored, inside the data directory. */
export const FILES_FOLDER = 'files';

/** When each timer had its last turn, inside the data directory. */
export const TIMERS_FILE = 'timers.json';

/**
 * A copy to start on, taken while the cloud runs: the database as of one moment. Files are copied after it, so that a
 * document never names a file which the copy lacks (unless it is deleted meanwhile). The folder must be new or empty.
 */
export const backUp = async (
  database: { backup(directory: string): Promise<void> },
  dataDir: string,
  folder: string,
): Promise<void> => {
  if (!path.relative(path.resolve(dataDir), path.resolve(folder)).startsWith('..'))
    throw new Explained(
      `备份目录 ${folder} 在数据目录里面；请换一个外面的目录。The folder of a backup must be elsewhere.`,
    );
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Explained(`备份目录 ${folder} 不是空的；请换一个新目录。The folder of a backup must be empty.`);
  await mkdir(folder, { recursive: true });
  await database.backup(folder);
  await copyFiles(path.join(dataDir, FILES_FOLDER), path.join(folder, FILES_FOLDER));
  await copyFile(path.join(dataDir, TIMERS_FILE), path.join(folder, TIMERS_FILE)).catch(mayBeGone);
};

const copyFiles = async (from: string, to: string): Promise<void> => {
  if (!existsSync(from)) return;
  await mkdir(to);
  for (const name of await readdir(from)) await copyFile(path.join(from, name), path.join(to, name)).catch(mayBeGone);
};

/** Deleted, or finished under its own name, since the folder was read; no timer may have run yet. */
const mayBeGone = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};
