import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
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
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Explained(`备份目录 ${folder} 不是空的；请换一个新目录。The folder of a backup must be empty.`);
  await mkdir(folder, { recursive: true });
  await database.backup(folder);
  for (const name of [FILES_FOLDER, TIMERS_FILE]) {
    const original = path.join(dataDir, name);
    if (existsSync(original)) await cp(original, path.join(folder, name), { recursive: true });
  }
};
