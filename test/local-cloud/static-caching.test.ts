import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { removeTemporaryFolders, startTestCloud, type TestCloud, temporaryFolder } from './support';

describe('the built app, as a browser asks for it again', () => {
  let cloud: TestCloud;
  const build = temporaryFolder();
  const file = (name: string) => path.join(build, name);

  beforeAll(async () => {
    writeFileSync(file('index.html'), '<p>first</p>');
    writeFileSync(file('app.0123abcd.js'), '1');
    cloud = await startTestCloud({ staticDir: build });
  });
  afterAll(async () => {
    await cloud?.close();
    removeTemporaryFolders();
  });

  const get = (name: string, etag?: string | null) =>
    fetch(`${cloud.url}/app/${name}`, { headers: etag ? { 'if-none-match': etag } : {} });

  it('may keep for good what is named after its content', async () => {
    expect((await get('app.0123abcd.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('asks each time for the rest, and is sent it when it is another', async () => {
    const first = await get('index.html');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const etag = first.headers.get('etag');
    expect(await get('index.html', etag)).toMatchObject({ status: 304 });
    writeFileSync(file('index.html'), '<p>second</p>');
    const second = await get('index.html', etag);
    expect([second.status, await second.text()]).toEqual([200, '<p>second</p>']);
  });
});
