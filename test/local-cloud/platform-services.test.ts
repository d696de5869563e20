import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { nextRun } from '../../cloudfunctions/local/functions/timers';
import { removeTemporaryFolders, startTestCloud, type TestCloud } from './support';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    config: {
      permissions: {
        openapi: [
          'wxacode.getUnlimited',
          'security.msgSecCheck',
          'subscribeMessage.send',
          'phonenumber.getPhoneNumber',
        ],
      },
    },
  });
});
afterAll(async () => {
  await cloud.close();
  removeTemporaryFolders();
});

describe('the open platform', () => {
  it('checks texts of every length and script: their bytes arrive as they were sent', async () => {
    const texts = ['好', '等了很久'.repeat(8), '等了很久，窗口的人说话很慢。😡'.repeat(30)];
    await cloud.probe(async ({ cloud: sdk }, contents: string[]) => {
      for (const content of contents) {
        await sdk.openapi.security.msgSecCheck({ version: 2, scene: 2, openid: 'oRater', content });
      }
    }, texts);
    const heard = cloud.openapiOutbox().map(({ input }) => (input as { content?: string }).content);
    expect(heard).toEqual(expect.arrayContaining(texts));
  });

  it('draws a code that a camera reads as the scene', async () => {
    const code = await cloud.probe(async ({ cloud: sdk }) => {
      const { buffer, contentType } = await sdk.openapi.wxacode.getUnlimited({
        scene: 'w=3Xa9-_kQ',
        page: 'pages/rate/index',
        checkPath: false,
        width: 430,
      });
      return { contentType, base64: buffer.toString('base64') };
    });
    expect(code.contentType).toBe('image/png');
    const png = PNG.sync.read(Buffer.from(code.base64, 'base64'));
    expect(jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data).toBe('w=3Xa9-_kQ');
    const refused = cloud.probe(({ cloud: sdk }) => sdk.openapi.wxacode.getUnlimited({ scene: '中文' }));
    await expect(refused).rejects.toMatchObject({ errCode: 40129 });
  });

  it('judges text by a word list: pass, review, risky', async () => {
    const judged = await cloud.probe(({ cloud: sdk }) =>
      Promise.all(
        ['办得很快，谢谢', '加微信有优惠', '你们这些狗官'].map(async (content) => {
          const { result, traceId } = await sdk.openapi.security.msgSecCheck({
            version: 2,
            scene: 2,
            openid: 'oRater',
            content,
          });
          return [result.suggest, result.label, typeof traceId];
        }),
      ),
    );
    expect(judged).toEqual([
      ['pass', 100, 'string'],
      ['review', 10001, 'string'],
      ['risky', 20003, 'string'],
    ]);
  });

  it('keeps what was sent, readable', async () => {
    cloud.subscriptions.accept('oRater', ['T1']);
    await cloud.probe(({ cloud: sdk }) =>
      sdk.openapi.subscribeMessage.send({
        touser: 'oRater',
        templateId: 'T1',
        page: 'pages/x',
        data: { thing1: { value: '您的评价已整改' } },
      }),
    );
    expect(cloud.openapiOutbox().at(-1)).toEqual({
      apiName: 'subscribeMessage.send',
      input: { touser: 'oRater', templateId: 'T1', page: 'pages/x', data: { thing1: { value: '您的评价已整改' } } },
      at: expect.any(Number),
    });
    await expect(
      cloud.probe(({ cloud: sdk }) => sdk.openapi.subscribeMessage.send({ touser: 'oRater', data: {} })),
    ).rejects.toMatchObject({ errCode: 40037 });
  });

  it.each([
    ['nobody has agreed to', 'T2', { value: '您的评价已整改' }, 43101],
    ['has an empty field', 'T2', { value: '' }, 47003],
    ['has more than 20 characters', 'T2', { value: '整'.repeat(21) }, 47003],
  ])('sends no message that %s', async (_, templateId, thing1, errCode) => {
    const sending = cloud.probe(
      ({ cloud: sdk }, input) => sdk.openapi.subscribeMessage.send({ touser: 'oRater', ...input }),
      { templateId, data: { thing1 } },
    );
    await expect(sending).rejects.toMatchObject({ errCode });
  });

  it('one agreement is one message', async () => {
    cloud.subscriptions.accept('oRater', ['T3']);
    const send = () =>
      cloud.probe(({ cloud: sdk }) =>
        sdk.openapi.subscribeMessage.send({ touser: 'oRater', templateId: 'T3', data: { thing1: { value: '好' } } }),
      );
    expect(await send()).toMatchObject({ errCode: 0 });
    await expect(send()).rejects.toMatchObject({ errCode: 43101 });
  });

  it('refuses a call that the function has no permission for, and one that it does not know', async () => {
    await expect(cloud.probe(({ cloud: sdk }) => sdk.openapi.urllink.generate({ path: 'x' }))).rejects.toMatchObject({
      errCode: -604100,
    });
    const other = await startTestCloud();
    await expect(
      other.probe(({ cloud: sdk }) =>
        sdk.openapi.subscribeMessage.send({ touser: 'o', templateId: 't', data: { a: 1 } }),
      ),
    ).rejects.toMatchObject({ errCode: -604101 });
    expect(other.openapiOutbox()).toEqual([]);
    await other.close();
  });
});

describe('stored files', () => {
  const upload = (cloudPath: string, text: string) =>
    cloud.probe(
      async ({ cloud: sdk }, input) =>
        (await sdk.uploadFile({ cloudPath: input.cloudPath, fileContent: Buffer.from(input.text) })).fileID,
      { cloudPath, text },
    );
  const address = (fileID: string, maxAge = 60): Promise<string> =>
    cloud.probe(
      async ({ cloud: sdk }, file) => (await sdk.getTempFileURL({ fileList: [file] })).fileList[0].tempFileURL,
      { fileID, maxAge },
    );

  it('come back by the SDK and by a temporary address, with a safe type', async () => {
    const fileID = await upload('评价/照片 1.png', 'not really a picture');
    const content = await cloud.probe(
      async ({ cloud: sdk }, id) => (await sdk.downloadFile({ fileID: id })).fileContent.toString(),
      fileID,
    );
    expect(content).toBe('not really a picture');
    const answer = await fetch(await address(fileID));
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      200,
      'image/png',
      'nosniff',
    ]);
    const page = await fetch(await address(await upload('a/evil.html', '<script>1</script>')));
    expect(page.headers.get('content-type')).toBe('application/octet-stream');
  });

  it('stay closed without a genuine address: forged, of another file, or too old', async () => {
    const [mine, other] = [
      await address(await upload('mine.txt', 'mine')),
      await address(await upload('other.txt', 'other')),
    ];
    const statuses = await Promise.all(
      [
        mine.split('?')[0] ?? '',
        mine.replace('mine.txt', 'other.txt'),
        `${mine}0`,
        mine.replace(/sign=\d+/, 'sign=9999999999'),
      ].map(async (url) => (await fetch(url)).status),
    );
    expect(statuses).toEqual([403, 403, 403, 403]);
    expect((await fetch(other)).status).toBe(200);
    const short = await address('cloud://local.6c6f-local-1300000000/mine.txt', 1);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await fetch(short)).status).toBe(403);
  });

  it('cannot be put beside the storage', async () => {
    for (const cloudPath of [
      '../outside.txt',
      '/etc/passwd',
      'a/../../b',
      'a//b',
      'a\\..\\b',
      'x?y',
      'x#y',
      '%2e%2e/x',
    ]) {
      await expect(upload(cloudPath, 'x')).rejects.toThrow();
    }
    const forged = await fetch(`${cloud.url}/storage/upload/${encodeURIComponent('../../x')}`, {
      method: 'PUT',
      body: 'x',
      headers: { authorization: '9999999999.00' },
    });
    expect(forged.status).toBe(403);
  });

  it('are gone when deleted, and each file says whether it was there', async () => {
    const fileID = await upload('gone.txt', 'x');
    const deleted = await cloud.probe(
      async ({ cloud: sdk }, id) =>
        [await sdk.deleteFile({ fileList: [id] }), await sdk.getTempFileURL({ fileList: [id] })].map(
          ({ fileList }) => fileList[0].status,
        ),
      fileID,
    );
    expect(deleted[0]).toBe(0);
    expect(deleted[1]).not.toBe(0);
  });
});

describe('a timer of seven fields', () => {
  it('runs by Beijing time', () => {
    const from = new Date('2026-05-01T00:00:30+08:00');
    expect(new Date(nextRun('0 */1 * * * * *', from)).toISOString()).toBe('2026-04-30T16:01:00.000Z');
    expect(new Date(nextRun('0 30 8 * * * *', from)).toISOString()).toBe('2026-05-01T00:30:00.000Z');
    expect(() => nextRun('* * * * *', from)).toThrow('seven fields');
  });
});
