import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(__dirname, '../..');
const BUILT = new Set(['dist', 'dist-h5', 'node_modules']);

export type SourceFile = { readonly path: string; readonly text: string };

/** Source files below a folder of the checkout, by paths from its root; what is built or installed is left out. */
export const filesBelow = (folder: string, ending: RegExp = /\.[cm]?[jt]sx?$/): SourceFile[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return BUILT.has(entry.name) ? [] : filesBelow(file, ending);
    return ending.test(entry.name) ? [{ path: file, text: readFileSync(path.join(ROOT, file), 'utf8') }] : [];
  });

/** What runs at people's or officials' hands, or prepares it. */
export const productFiles = (): SourceFile[] =>
  ['shared', 'cloudfunctions', 'miniprogram'].flatMap((top) => filesBelow(top));
