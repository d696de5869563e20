import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { WEAPP_BUILD } from '../support/weapp/a-phone';

const MAIN_PACKAGE_MAX_KB = 420;
/** The officials' whole work on a ticket is in one of them; no citizen loads it. WeChat itself allows 2 MB. */
const SUBPACKAGE_MAX_KB = 110;

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesIn(file) : [file];
  });
const kilobytes = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024;
const isIn = (folder: string) => (file: string) => path.relative(WEAPP_BUILD, file).startsWith(folder + path.sep);

describe('the package that is uploaded', () => {
  const files = filesIn(WEAPP_BUILD);
  const app = JSON.parse(readFileSync(path.join(WEAPP_BUILD, 'app.json'), 'utf8'));
  const subpackages: readonly string[] = app.subPackages.map(({ root }: { root: string }) => root);

  it('is small enough for an old phone on a bad network', () => {
    const main = files.filter((file) => !subpackages.some((folder) => isIn(folder)(file)));
    const size = Math.round(kilobytes(main));
    console.info(`main package: ${size} KB`);
    expect(size).toBeLessThanOrEqual(MAIN_PACKAGE_MAX_KB);
    for (const folder of subpackages) {
      expect(kilobytes(files.filter(isIn(folder)))).toBeLessThanOrEqual(SUBPACKAGE_MAX_KB);
    }
  });

  it('opens at the rating page, and keeps officials in a package of their own', () => {
    expect(app.pages[0]).toBe('pages/rate/index');
    expect(subpackages).toEqual(expect.arrayContaining(['staff', 'administration']));
  });

  it('is understood by the compilers of WeChat, templates and styles', () => {
    const near = createRequire(require.resolve('miniprogram-simulate'));
    const compiler = near('miniprogram-compiler') as Record<'wxmlToJs' | 'wxssToJs', (folder: string) => unknown>;
    expect(() => compiler.wxmlToJs(WEAPP_BUILD)).not.toThrow();
    const styles = String(compiler.wxssToJs(WEAPP_BUILD));
    expect(styles).toContain('--title:calc(",[0,44],"*var(--scale))');
  });

  it('asks WeChat for the privacy check, dark colours and components on demand', () => {
    expect(app).toMatchObject({ __usePrivacyCheck__: true, darkmode: true, lazyCodeLoading: 'requiredComponents' });
  });

  it('knows no persona of the local demo and no schema of the cloud', () => {
    const code = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(file, 'utf8'));
    expect(code.some((text) => text.includes('x-wx-openid') || text.includes('ZodMini'))).toBe(false);
  });
});
