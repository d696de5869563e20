import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const HERE = __dirname;
const SOURCES = path.join(HERE, 'functions');
export const FUNCTIONS_DIR = path.join(HERE, 'dist');
const ROOT = path.join(HERE, '..');
/** All that a bundle is made of, and what among it goes into none. */
const INGREDIENTS = ['shared', 'cloudfunctions', 'package-lock.json', 'tsconfig.json'];
const NOT_BUNDLED = ['local', 'dist', 'deploy'].map((folder) => path.join(HERE, folder));

/** The doors: each folder of `functions/` is deployed as the cloud function of its name. */
export const doors = async (): Promise<string[]> => (await readdir(SOURCES)).sort();

/** One file per door, the SDK included: nothing is installed in the cloud. The oldest runtime in use there is Node 18. */
export const FUNCTION_BUNDLE = {
  bundle: true,
  minify: true,
  keepNames: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  legalComments: 'none',
  // What people read is Chinese: escaped it would be twice as long.
  charset: 'utf8',
  logLevel: 'error',
} as const;

const bundle = async (door: string, outDir: string): Promise<number> => {
  const target = path.join(outDir, door);
  await mkdir(target, { recursive: true });
  await build({
    entryPoints: [path.join(SOURCES, door, 'index.ts')],
    outfile: path.join(target, 'index.js'),
    ...FUNCTION_BUNDLE,
  });
  await cp(path.join(SOURCES, door, 'config.json'), path.join(target, 'config.json'));
  const manifest = { name: door, version: '1.0.0', main: 'index.js' };
  await writeFile(path.join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return (await stat(path.join(target, 'index.js'))).size;
};

/** Builds all doors into `outDir`; answers bytes by door. */
export const buildFunctions = async (outDir = FUNCTIONS_DIR): Promise<Record<string, number>> => {
  await rm(outDir, { recursive: true, force: true });
  const sizes = (await doors()).map(async (door) => [door, await bundle(door, outDir)] as const);
  return Object.fromEntries(await Promise.all(sizes));
};

/** The same for the same sources: then the same would be built. */
export const sourcesFingerprint = (): string => {
  const hash = createHash('sha256').update(ROOT);
  for (const file of INGREDIENTS.flatMap((name) => filesIn(path.join(ROOT, name))))
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
};

const filesIn = (file: string): string[] => {
  if (NOT_BUNDLED.includes(file)) return [];
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesIn(path.join(file, name)));
};

if (require.main === module) {
  buildFunctions().then((sizes) => {
    for (const [door, bytes] of Object.entries(sizes)) console.log(`${door.padEnd(8)} ${(bytes / 1024).toFixed(0)} KB`);
  });
}
