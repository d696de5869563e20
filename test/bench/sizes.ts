import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = path.join(__dirname, '../..');
const WEAPP = path.join(ROOT, 'miniprogram/dist');
const H5 = path.join(ROOT, 'miniprogram/dist-h5');

const bytesOf = (file: string): number =>
  statSync(file).isDirectory()
    ? readdirSync(file).reduce((sum, name) => sum + bytesOf(path.join(file, name)), 0)
    : statSync(file).size;

/** Bytes of the main package: what WeChat loads before the first page is seen. The subpackages come when they are opened. */
export const mainPackageBytes = (): number => {
  const app = JSON.parse(readFileSync(path.join(WEAPP, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const subpackages = (app.subPackages ?? []).map(({ root }) => bytesOf(path.join(WEAPP, root)));
  return bytesOf(WEAPP) - subpackages.reduce((sum, bytes) => sum + bytes, 0);
};

/** Bytes, gzipped, of the scripts that `index.html` names: what a browser loads before the first page is seen. */
export const firstScriptsBytes = (): number => {
  const html = readFileSync(path.join(H5, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source = '']) => source);
  return scripts.reduce((sum, source) => sum + gzipSync(readFileSync(path.join(H5, source))).length, 0);
};

/** Bytes of every door's bundle, by door. */
export const bundleBytes = (functionsDir: string): [door: string, bytes: number][] =>
  readdirSync(functionsDir).map((door) => [door, bytesOf(path.join(functionsDir, door, 'index.js'))]);
