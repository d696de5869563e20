import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { removeTemporaryFolders, startTestCloud, type TestCloud, temporaryFolder } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  const folder = temporaryFolder();
  const staticDir = path.join(folder, 'h5');
  await mkdir(path.join(staticDir, 'js'), { recursive: true });
  await writeFile(path.join(staticDir, 'index.html'), '<title>好差评</title>');
  await writeFile(path.join(staticDir, 'js', 'app.js'), 'run()');
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  cloud = await startTestCloud({
    staticDir,
    functionsDir: temporaryFolder(),
    routes: (app) => app.get('/demo', (c) => c.text('demo')),
  });
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

const get = async (address: string) => {
  const answer = await fetch(cloud.url + address);
  return [answer.status, answer.headers.get('content-type'), await answer.text()];
};

describe('the H5 build', () => {
  it('is served under /app/, every page of it by its index', async () => {
    expect(await get('/app/')).toEqual([200, 'text/html; charset=utf-8', '<title>好差评</title>']);
    expect(await get('/app/pages/rate/index')).toEqual([200, 'text/html; charset=utf-8', '<title>好差评</title>']);
    expect(await get('/app/js/app.js')).toEqual([200, 'text/javascript; charset=utf-8', 'run()']);
    expect(await get('/demo')).toMatchObject([200, expect.any(String), 'demo']);
  });

  it('gives nothing from outside its folder', async () => {
    for (const address of [
      '/app/..%2fsecret.txt',
      '/app/%2e%2e/secret.txt',
      '/app/js/..%2f..%2fsecret.txt',
      '/app//etc/hosts.txt',
      '/app/missing.js',
    ]) {
      expect((await get(address)).join()).not.toContain('secret');
    }
    expect((await get('/app/missing.js'))[0]).toBe(404);
    expect((await get('/nowhere'))[0]).toBe(404);
    for (const unreadable of ['/app/%zz.js', '/app/%', '/app/%00.js', '/app/%c0%af.js']) {
      expect((await get(unreadable))[0]).toBe(404);
    }
  });
});
