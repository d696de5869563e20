import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from './support';

type Loaded = { readonly exports: { main(n: number): unknown; second?(): unknown }; remember(): void };
const { loadBundle } = jest.requireActual('../../cloudfunctions/local/functions/compiled-bundle.cjs') as {
  loadBundle(file: string, folder: string): Loaded;
};

afterAll(removeTemporaryFolders);

const BUNDLE = `
const path = require('node:path');
const { double } = require('./beside');
exports.main = async (n) => [double(n), path.basename(__filename), (await import('node:os')).EOL];`;

const deployed = () => {
  const [bundles, folder] = [temporaryFolder(), path.join(temporaryFolder(), 'compiled')];
  const file = path.join(bundles, 'index.js');
  writeFileSync(file, BUNDLE);
  writeFileSync(path.join(bundles, 'beside.js'), 'exports.double = (n) => 2 * n;');
  return { file, folder };
};

describe('a bundle that was compiled before', () => {
  it('does the same as the first time', async () => {
    const { file, folder } = deployed();
    for (const n of [1, 2, 3]) {
      const { exports: given, remember } = loadBundle(file, folder);
      expect(await given.main(n)).toEqual([2 * n, 'index.js', '\n']);
      remember();
      expect(readdirSync(folder)).toHaveLength(1);
    }
  });

  it('and has changed since is compiled anew', async () => {
    const { file, folder } = deployed();
    loadBundle(file, folder).remember();
    writeFileSync(file, BUNDLE.replace('double(n)', '"new"'));
    const { exports: given, remember } = loadBundle(file, folder);
    expect(await given.main(1)).toContain('new');
    remember();
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('by somebody else, perhaps, is not run: a folder that others can write is left alone', async () => {
    const { file, folder } = deployed();
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    const { exports: given, remember } = loadBundle(file, folder);
    expect(await given.main(4)).toContain(8);
    remember();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the same places in its errors as Node does, in a bundle of one line too', () => {
    const { file, folder } = deployed();
    writeFileSync(file, 'exports.main = () => new Error().stack;\nexports.second = () => new Error().stack;');
    for (const _ of ['compiled', 'kept']) {
      const { exports: given, remember } = loadBundle(file, folder);
      expect(given.main(1)).toContain(`${file}:1:22`);
      expect(given.second?.()).toContain(`${file}:2:24`);
      remember();
    }
  });

  it('may begin with a line for the shell', () => {
    const { file, folder } = deployed();
    writeFileSync(file, '#!/usr/bin/env node\nexports.main = () => module.loaded;');
    expect(loadBundle(file, folder).exports.main(1)).toBe(true);
  });

  it('is found by what it requires under its own name, and forgotten when it throws as it loads', () => {
    const { file, folder } = deployed();
    writeFileSync(file, 'if (require(__filename) === exports) throw new Error("itself");');
    const loader = require.resolve('../../cloudfunctions/local/functions/compiled-bundle.cjs');
    const script = `try { require(${JSON.stringify(loader)}).loadBundle(...process.argv.slice(1)) } catch (error) {
      console.log(error.message, process.argv[1] in require.cache) }`;
    expect(execFileSync(process.execPath, ['-e', script, file, folder], { encoding: 'utf8' })).toBe('itself false\n');
  });
});
