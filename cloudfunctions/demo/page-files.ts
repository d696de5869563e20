import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const PAGE = path.join(__dirname, 'page');

export const homePage = (): Promise<string> => readFile(path.join(PAGE, 'index.html'), 'utf8');
export const pageStyle = (): Promise<string> => readFile(path.join(PAGE, 'page.css'), 'utf8');

/** Bundled anew for each visit: it takes milliseconds, and a change shows after a reload. */
export const pageScript = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(PAGE, 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
};
