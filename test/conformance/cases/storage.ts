import type { CaseTools, ConformanceCase, Sdk } from '../conformance-case';

const DOCS = 'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/storage';
const SDK = 'wx-server-sdk/src/api/storage/api';
const NODE_SDK = '@cloudbase/node-sdk/dist/storage/index.js';
const NAMING = 'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/storage/naming.html';

const put = async (cloud: Sdk, cloudPath: string, content: string | Buffer): Promise<string> =>
  (await cloud.uploadFile({ cloudPath: `conformance/${cloudPath}`, fileContent: Buffer.from(content) })).fileID;

const textOf = async (cloud: Sdk, fileID: string): Promise<string> =>
  (await cloud.downloadFile({ fileID })).fileContent.toString();

/** The id of a file beside this one that was never there. */
const strangerOf = (fileID: string): string => `${fileID}-was-never-there`;

const addressOf = async (cloud: Sdk, fileID: string): Promise<string> =>
  (await cloud.getTempFileURL({ fileList: [fileID] })).fileList[0].tempFileURL;

const refused = (errMsg: string) => ({ refuses: { errCode: -1, errMsg } });

/** What the SDK checks itself before it asks the cloud. */
const CHECKS: readonly ConformanceCase[] = [
  ...(['uploadFile', 'downloadFile', 'getTempFileURL', 'deleteFile'] as const).map((method) => ({
    ...{ api: `cloud.${method}`, name: 'refuses to be called with nothing', source: `${SDK}/${method}.ts` },
    run: ({ cloud }: CaseTools) => cloud[method](),
    ...refused(`Params for ${method} must be an object instead of undefined`),
  })),
  ...(['getTempFileURL', 'deleteFile'] as const).map((method) => ({
    ...{ api: `cloud.${method}`, name: 'refuses a list that is none', source: `${SDK}/${method}.ts assertType` },
    run: ({ cloud }: CaseTools) => cloud[method]({ fileList: 'x' }),
    ...refused('parameter.fileList should be array instead of string'),
  })),
  {
    ...{ api: 'cloud.uploadFile', name: 'refuses a path that is no text', source: `${SDK}/uploadFile.ts assertType` },
    run: ({ cloud }) => cloud.uploadFile({ cloudPath: 3, fileContent: Buffer.from('x') }),
    ...refused('parameter.cloudPath should be string instead of number'),
  },
  {
    ...{ api: 'cloud.uploadFile', name: 'refuses to store nothing', source: `${SDK}/uploadFile.ts` },
    run: ({ cloud }) => cloud.uploadFile({ cloudPath: 'conformance/nothing.txt' }),
    ...refused('Type of fileContent must be fs.ReadStream instead of undefined'),
  },
  {
    ...{ api: 'cloud.uploadFile', name: 'refuses content that is a text', source: `${NODE_SDK} uploadFile` },
    run: ({ cloud }) => cloud.uploadFile({ cloudPath: 'conformance/text.txt', fileContent: 'text' }),
    ...refused('fileContent should be instance of fs.ReadStream or Buffer'),
  },
  {
    ...{
      api: 'cloud.downloadFile',
      name: 'refuses an id that is no text',
      source: `${SDK}/downloadFile.ts assertType`,
    },
    run: ({ cloud }) => cloud.downloadFile({ fileID: 1 }),
    ...refused('parameter.fileID should be string instead of number'),
  },
  {
    ...{ api: 'cloud.getTempFileURL', name: 'refuses an id that is no text', source: `${NODE_SDK} getTempFileURL` },
    run: ({ cloud }) => cloud.getTempFileURL({ fileList: [1] }),
    ...refused('fileList的元素如果不是对象，则必须是字符串'),
  },
  {
    ...{ api: 'cloud.getTempFileURL', name: 'wants a maxAge in each object', source: `${NODE_SDK} getTempFileURL` },
    run: ({ cloud }) => cloud.getTempFileURL({ fileList: [{ fileID: 'x' }] }),
    ...refused('必须是包含 fileID 和 maxAge 的对象'),
  },
  {
    ...{ api: 'cloud.deleteFile', name: 'refuses an id that is no text', source: `${SDK}/deleteFile.ts` },
    run: ({ cloud }) => cloud.deleteFile({ fileList: [1] }),
    ...refused('Type of fileList[0] must be string instead of number'),
  },
  {
    ...{ api: 'cloud.deleteFile', name: 'refuses an empty id', source: `${NODE_SDK} deleteFile` },
    run: ({ cloud }) => cloud.deleteFile({ fileList: [''] }),
    ...refused('fileList的元素必须是非空的字符串'),
  },
];

const LIMITS: readonly ConformanceCase[] = [
  ...(
    [
      ['begins with a slash', '/conformance/a.txt'],
      ['has two slashes in a row', 'conformance//a.txt'],
      ['has more than 850 bytes', `conformance/${'长'.repeat(280)}.txt`],
    ] as const
  ).map(([what, cloudPath]) => ({
    ...{ api: 'cloud.uploadFile', name: `refuses a path that ${what}`, source: NAMING },
    run: ({ cloud }: CaseTools) => cloud.uploadFile({ cloudPath, fileContent: Buffer.from('x') }),
    ...refused('uploadFile:fail'),
  })),
  ...(['getTempFileURL', 'deleteFile'] as const).map((method) => ({
    ...{ api: `cloud.${method}`, name: 'takes at most 50 files', source: `${DOCS}/Cloud.${method}.html` },
    run: async ({ cloud }: CaseTools) => {
      const fileID = await put(cloud, 'fifty.txt', 'x');
      return cloud[method]({ fileList: Array.from({ length: 51 }, (_, i) => `${fileID}-${i}`) });
    },
    ...refused(`${method}:fail`),
  })),
];

export const STORAGE_CASES: readonly ConformanceCase[] = [
  {
    ...{ api: 'cloud.uploadFile', name: 'answers the id of the file, which ends with its path' },
    source: `${DOCS}/Cloud.uploadFile.html`,
    run: async ({ cloud }) => {
      const fileContent = Buffer.from('x');
      const { fileID, errMsg } = await cloud.uploadFile({ cloudPath: 'conformance/id.txt', fileContent });
      return [fileID.startsWith('cloud://'), fileID.endsWith('/conformance/id.txt'), errMsg];
    },
    answers: [true, true, 'uploadFile:ok'],
  },
  {
    ...{ api: 'cloud.uploadFile', name: 'its statusCode is always -1 (a trap)', source: `${SDK}/uploadFile.ts` },
    run: async ({ cloud }) =>
      (await cloud.uploadFile({ cloudPath: 'conformance/status.txt', fileContent: Buffer.from('x') })).statusCode,
    answers: -1,
  },
  {
    ...{ api: 'cloud.uploadFile', name: 'keeps a Chinese name with a space', source: NAMING },
    run: async ({ cloud }) => {
      const fileID = await put(cloud, '评价/照片 1.txt', '好');
      return [fileID.endsWith('/评价/照片 1.txt'), await textOf(cloud, fileID)];
    },
    answers: [true, '好'],
  },
  {
    ...{ api: 'cloud.uploadFile', name: 'puts a new file in the place of the old one under the same path' },
    source: `${DOCS}/Cloud.uploadFile.html`,
    run: async ({ cloud }) => {
      const [first, second] = [await put(cloud, 'again.txt', 'old'), await put(cloud, 'again.txt', 'new')];
      return [first === second, await textOf(cloud, first)];
    },
    answers: [true, 'new'],
  },
  {
    ...{ api: 'cloud.downloadFile', name: 'brings back every byte', source: `${DOCS}/Cloud.downloadFile.html` },
    run: async ({ cloud }) => {
      const fileID = await put(cloud, 'bytes.bin', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)));
      const { fileContent, statusCode, errMsg } = await cloud.downloadFile({ fileID });
      const isWhole = [...fileContent].every((byte, i) => byte === i) && fileContent.length === 256;
      return [isWhole, statusCode, errMsg];
    },
    answers: [true, 200, 'downloadFile:ok'],
  },
  {
    ...{ api: 'cloud.downloadFile', name: 'refuses a file that is not there', source: `${NODE_SDK} downloadFile` },
    run: async ({ cloud }) => cloud.downloadFile({ fileID: strangerOf(await put(cloud, 'there.txt', 'x')) }),
    ...refused('downloadFile:fail'),
  },
  {
    ...{ api: 'cloud.getTempFileURL', name: 'answers an address from which anybody reads the file' },
    source: `${DOCS}/Cloud.getTempFileURL.html`,
    run: async ({ cloud }) => {
      const address = await addressOf(cloud, await put(cloud, '公开.txt', '内容'));
      const answer = await fetch(encodeURI(address));
      return [answer.status, await answer.text()];
    },
    answers: [200, '内容'],
  },
  {
    ...{ api: 'cloud.getTempFileURL', name: 'answers the files in their order, each with its state' },
    source: `${DOCS}/Cloud.getTempFileURL.html`,
    run: async ({ cloud }) => {
      const [a, b] = [await put(cloud, 'a.txt', 'a'), await put(cloud, 'b.txt', 'b')];
      const { fileList, errMsg } = await cloud.getTempFileURL({ fileList: [b, { fileID: a, maxAge: 60 }] });
      const states = fileList.map(({ status, errMsg: words }: Sdk) => [status, words]);
      return [fileList.map(({ fileID }: Sdk) => [b, a].indexOf(fileID)), states, errMsg];
    },
    answers: [
      [0, 1],
      [
        [0, 'ok'],
        [0, 'ok'],
      ],
      'getTempFileURL:ok',
    ],
  },
  {
    ...{ api: 'cloud.getTempFileURL', name: 'a file that is not there has a state of its own and no address' },
    source: `${SDK}/getTempFileURL.ts; -503003 in wx-server-sdk/src/config/error.config.ts`,
    run: async ({ cloud }) => {
      const fileID = await put(cloud, 'known.txt', 'x');
      const { fileList } = await cloud.getTempFileURL({ fileList: [strangerOf(fileID), fileID] });
      return [fileList[0].status, fileList[0].errMsg, fileList[0].tempFileURL, fileList[1].status];
    },
    answers: [-503003, 'storage file not exists', '', 0],
  },
  {
    ...{ api: 'cloud.deleteFile', name: 'takes the file away', source: `${DOCS}/Cloud.deleteFile.html` },
    run: async ({ cloud }) => {
      const fileID = await put(cloud, 'gone.txt', 'x');
      const { fileList, errMsg } = await cloud.deleteFile({ fileList: [fileID] });
      return [fileList, errMsg, await addressOf(cloud, fileID)].map((part) =>
        Array.isArray(part) ? part.map(({ fileID: id, ...rest }) => ({ isSame: id === fileID, ...rest })) : part,
      );
    },
    answers: [[{ isSame: true, status: 0, errMsg: 'ok' }], 'deleteFile:ok', ''],
  },
  {
    ...{ api: 'cloud.deleteFile', name: 'says of each file whether it was there', source: `${SDK}/deleteFile.ts` },
    run: async ({ cloud }) => {
      const fileID = await put(cloud, 'half.txt', 'x');
      const { fileList } = await cloud.deleteFile({ fileList: [fileID, strangerOf(fileID)] });
      return fileList.map(({ status, errMsg }: Sdk) => [status, errMsg]);
    },
    answers: [
      [0, 'ok'],
      [-503003, 'storage file not exists'],
    ],
  },
  ...LIMITS,
  ...CHECKS,
];
