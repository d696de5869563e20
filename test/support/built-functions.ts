import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildFunctions, sourcesFingerprint } from '../../cloudfunctions/build';

const PREFIX = 'haochaping-functions-';
const A_DAY_MS = 24 * 60 * 60 * 1000;

const removeOld = async (kept: string): Promise<void> => {
  const isOld = (name: string) => {
    const age = Date.now() - (statSync(path.join(tmpdir(), name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    return name.startsWith(PREFIX) && name !== path.basename(kept) && age > A_DAY_MS;
  };
  const old = readdirSync(tmpdir()).filter(isOld);
  await Promise.all(old.map((name) => rm(path.join(tmpdir(), name), { recursive: true, force: true })));
};

const build = async (): Promise<string> => {
  const target = path.join(tmpdir(), `${PREFIX}${sourcesFingerprint()}`);
  if (existsSync(target)) {
    utimesSync(target, new Date(), new Date());
    return target;
  }
  const own = await mkdtemp(path.join(tmpdir(), `${PREFIX}building-`));
  await buildFunctions(own);
  // Another worker may have been first; what it built is the same.
  await rename(own, target).catch(() => rm(own, { recursive: true, force: true }));
  await removeOld(target);
  return target;
};

let built: Promise<string> | undefined;

/** The doors' bundles of today's sources, built once for all workers; answers their directory. */
export const builtFunctions = (): Promise<string> => {
  built ??= build();
  return built;
};
