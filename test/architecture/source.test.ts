import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow, productFiles, ROOT, type SourceFile } from './source-files';

const TOP = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'biome.json',
  'cloudfunctions',
  'docs',
  'miniprogram',
  'package-lock.json',
  'package.json',
  'project.config.json',
  'shared',
  'test',
  'tsconfig.json',
];
/** A file is read in one sitting. */
const MOST_LINES = 300;
const MAY_SPEAK =
  /^cloudfunctions\/(audit-verify\.ts|runtime\/log\.ts|build\.ts|deploy\.ts|check-verifiers\.ts|start\.ts|deploy\/|demo\/|local\/command\/)/;

const pathsOf = (files: readonly SourceFile[]) => files.map((file) => file.path);
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const withText = (pattern: RegExp) => pathsOf(productFiles().filter(({ text }) => pattern.test(withoutComments(text))));

describe('the checkout', () => {
  it('has no other rooms at the top than the plan of the house', () => {
    const ignored = readFileSync(path.join(ROOT, '.gitignore'), 'utf8')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''));
    const there = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !ignored.includes(name));
    expect(there.filter((name) => !TOP.includes(name))).toEqual([]);
  });

  it(`has no source file of more than ${MOST_LINES} lines`, () => {
    const files = productFiles();
    expect(pathsOf(files.filter(({ text }) => text.split('\n').length > MOST_LINES))).toEqual([]);
  });

  it('has no file name that is not in kebab-case', () => {
    const names = pathsOf([...productFiles(), ...filesBelow('test')]);
    expect(names.filter((name) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(path.basename(name)))).toEqual([]);
  });

  it('has no drawers for things without a name', () => {
    const names = pathsOf([...productFiles(), ...filesBelow('test')]);
    expect(names.filter((name) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(name))).toEqual([]);
  });
});

describe('the product', () => {
  it('has no any and no line that silences the compiler', () => {
    expect(withText(/(:|\bas|<)\s*any\b/)).toEqual([]);
    expect(pathsOf(productFiles().filter(({ text }) => /@ts-(ignore|nocheck|expect-error)/.test(text)))).toEqual([]);
  });

  it('writes to the console of the cloud only through its log', () => {
    const speaking = withText(/\bconsole\./).filter((file) => !file.startsWith('miniprogram/'));
    expect(speaking.filter((file) => !MAY_SPEAK.test(file))).toEqual([]);
  });

  it('says nothing on a phone but warnings', () => {
    expect(withText(/\bconsole\.(?!warn)/).filter((file) => file.startsWith('miniprogram/'))).toEqual([]);
  });

  it('takes time, chance and the environment only at its edges', () => {
    const pure = filesBelow('shared').filter(({ text }) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env/.test(text),
    );
    const stories = filesBelow('cloudfunctions/use-cases').filter(({ text }) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env/.test(text),
    );
    expect(pathsOf([...pure, ...stories])).toEqual([]);
  });
});

describe('the packages', () => {
  const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

  it('are named by exact versions', () => {
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('are locked without the address of any registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"|\.tgz"/);
  });
});
