import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from './support';

type Loaded = { readonly exports: { main(n: number): Promise<unknown> }; remember(): void };
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
});
