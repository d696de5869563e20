import { type FSWatcher, watch } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildFunctions, sourcesFingerprint } from '../build';

const ROOT = path.resolve(__dirname, '..', '..');
const SETTLED_AFTER_MS = 200;

/** Inside the directory of the doors: what they were built from. */
const BUILT_FROM = 'built-from.txt';

/** Builds all doors beside the old ones and then puts them in their place, so that calls meanwhile are served; not when nothing changed. */
export const buildInto = async (functionsDir: string): Promise<void> => {
  const sources = sourcesFingerprint();
  const builtFrom = await readFile(path.join(functionsDir, BUILT_FROM), 'utf8').catch(() => undefined);
  if (builtFrom === sources) return;
  const fresh = `${functionsDir}.new`;
  await buildFunctions(fresh);
  await writeFile(path.join(fresh, BUILT_FROM), sources);
  await rm(functionsDir, { recursive: true, force: true });
  await rename(fresh, functionsDir);
};

/** Rebuilds when sources of the doors change; the local cloud takes new bundles up by itself. Answers how to stop. */
export const rebuildOnChange = (functionsDir: string, say: (line: string) => void): (() => void) => {
  let waiting: NodeJS.Timeout | undefined;
  const rebuild = async () => {
    try {
      await buildInto(functionsDir);
      say('云函数已重建。Functions rebuilt.');
    } catch (error) {
      say(`云函数没有重建，仍用旧的：${error instanceof Error ? error.message : error}`);
    }
  };
  const changed = (_: string, file: string | null) => {
    if (file === null || /^(local|dist)[\\/]/.test(file)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void rebuild(), SETTLED_AFTER_MS);
  };
  const watchers: FSWatcher[] = ['cloudfunctions', 'shared'].map((folder) =>
    watch(path.join(ROOT, folder), { recursive: true }, changed),
  );
  return () => {
    clearTimeout(waiting);
    for (const watcher of watchers) watcher.close();
  };
};
