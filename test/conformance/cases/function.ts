import type { ConformanceCase } from '../conformance-case';

const DOCS = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api';
const SDK = 'wx-server-sdk 4.0.2 src/api';

/** The function that runs these cases answers `{ echo }` and throws on `{ fail }`. */
const SELF = 'probe';

export const FUNCTION_CASES: readonly ConformanceCase[] = [
  {
    api: 'cloud.init',
    name: 'may be called again, with the environment that the function runs in',
    source: `${DOCS}/init/server.html`,
    run: async ({ cloud, collection }) => {
      cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
      return (await collection.count()).total;
    },
    answers: 0,
  },
  {
    api: 'cloud.DYNAMIC_CURRENT_ENV',
    name: 'is a symbol that stands for the environment of the function',
    source: `${DOCS}/Cloud.html; src/const/symbol.ts`,
    documents: [{ _id: 'a' }],
    run: async ({ cloud, collectionName }) => {
      const db = cloud.database({ env: cloud.DYNAMIC_CURRENT_ENV });
      return [typeof cloud.DYNAMIC_CURRENT_ENV, (await db.collection(collectionName).count()).total];
    },
    answers: ['symbol', 1],
  },
  {
    api: 'cloud.version',
    name: 'is the one that is bundled',
    source: 'wx-server-sdk package.json',
    run: async ({ cloud }) => cloud.version,
    answers: '4.0.2',
  },
  {
    api: 'cloud.updateConfig',
    name: 'sets how a missing document is told',
    source: `${SDK}/cloud/cloud.ts updateConfig; database/api/database/document.ts`,
    run: async ({ cloud, collection }) => {
      cloud.updateConfig({ throwOnNotFound: false });
      try {
        return (await collection.doc('nobody').get()).data;
      } finally {
        cloud.updateConfig({ throwOnNotFound: true });
      }
    },
    answers: null,
  },
  {
    api: 'cloud.createNewInstance',
    name: 'is a second way into the same environment',
    source: `${SDK}/cloud/cloud.ts createNewInstance`,
    documents: [{ _id: 'a' }],
    run: async ({ cloud, collectionName }) => {
      const instance = cloud.createNewInstance({ env: cloud.DYNAMIC_CURRENT_ENV });
      return (await instance.database().collection(collectionName).count()).total;
    },
    answers: 1,
  },
  {
    api: 'cloud.getWXContext',
    name: 'says which environment and by what the function was called',
    source: `${DOCS}/utils/Cloud.getWXContext.html`,
    run: async ({ cloud }) => {
      const { ENV, SOURCE } = cloud.getWXContext();
      return [typeof ENV, typeof SOURCE, 'API_TOKEN' in cloud.getWXContext()];
    },
    answers: ['string', 'string', false],
  },
  {
    api: 'cloud.callFunction',
    name: 'answers what the function returned, by way of JSON',
    source: `${DOCS}/functions/Cloud.callFunction.html`,
    run: async ({ cloud }) => {
      const data = { echo: { text: '好', list: [1, null], at: new Date(0), gone: undefined } };
      const { result, errMsg } = await cloud.callFunction({ name: SELF, data });
      return [result.echo, errMsg];
    },
    answers: [{ text: '好', list: [1, null], at: '1970-01-01T00:00:00.000Z' }, 'callFunction:ok'],
  },
  {
    api: 'cloud.callFunction',
    name: 'names the request in its answer',
    source: `${SDK}/functions/api/callFunction.ts`,
    run: async ({ cloud }) => typeof (await cloud.callFunction({ name: SELF, data: { echo: 1 } })).requestID,
    answers: 'string',
  },
  {
    api: 'cloud.callFunction',
    name: 'keeps who called: the inner function sees the same person',
    source: `${DOCS}/utils/Cloud.getWXContext.html`,
    run: async ({ cloud }) => {
      const { result } = await cloud.callFunction({ name: SELF, data: { echo: 1 } });
      return result.context.OPENID === cloud.getWXContext().OPENID;
    },
    answers: true,
  },
  {
    api: 'cloud.getWXContext',
    name: 'its SOURCE tells the whole chain of calls, separated by commas',
    source: `${DOCS}/utils/Cloud.getWXContext.html: wx_client,scf`,
    run: async ({ cloud }) => {
      const { result } = await cloud.callFunction({ name: SELF, data: { echo: 1 } });
      return result.context.SOURCE === `${cloud.getWXContext().SOURCE},scf`;
    },
    answers: true,
  },
  {
    api: 'cloud.callFunction',
    name: 'refuses to be called with nothing',
    source: `${SDK}/functions/api/callFunction.ts`,
    run: ({ cloud }) => cloud.callFunction(),
    refuses: { errCode: -1, errMsg: 'Params for callFunction must be an object instead of undefined' },
  },
  {
    api: 'cloud.callFunction',
    name: 'refuses a name that is no text',
    source: `${SDK}/functions/api/callFunction.ts assertType`,
    run: ({ cloud }) => cloud.callFunction({ name: 1 }),
    refuses: { errCode: -1, errMsg: 'parameter.name should be string instead of number' },
  },
  {
    api: 'cloud.callFunction',
    name: 'refuses data that is no object',
    source: `${SDK}/functions/api/callFunction.ts assertType`,
    run: ({ cloud }) => cloud.callFunction({ name: SELF, data: 'x' }),
    refuses: { errCode: -1, errMsg: 'parameter.data should be object instead of string' },
  },
  {
    api: 'cloud.callFunction',
    name: 'a function that does not exist is an error; its number is lost (a trap)',
    source: `${SDK}/functions/api/callFunction.ts: what node-sdk throws is passed on as an Error`,
    run: ({ cloud }) => cloud.callFunction({ name: 'conformance-nobody' }),
    refuses: { errCode: -1, errMsg: 'callFunction:fail FunctionName parameter could not be found' },
  },
  {
    api: 'cloud.callFunction',
    name: 'a function that throws is an error with its text; its number is lost (a trap)',
    source: `${SDK}/functions/api/callFunction.ts: what node-sdk throws is passed on as an Error`,
    run: ({ cloud }) => cloud.callFunction({ name: SELF, data: { fail: 'on purpose' } }),
    refuses: { errCode: -1, errMsg: 'on purpose' },
  },
  {
    api: 'cloud.logger',
    name: 'writes at four levels and answers nothing',
    source: 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/utils/Cloud.logger.html',
    run: async ({ cloud }) => {
      const logger = cloud.logger();
      return ['log', 'info', 'warn', 'error'].map((level) => logger[level]({ conformance: level }));
    },
    answers: [undefined, undefined, undefined, undefined],
  },
  {
    api: 'cloud.signature',
    name: 'signs by HMAC-SHA256 over parameters in their order',
    source: `${SDK}/utils/api/signature.ts`,
    run: async ({ cloud }) => {
      const midas = cloud.signature({ type: 'midas', params: ['offerId', 'appid'], secret: 'key' });
      return midas.compute('/cgi-bin/midas/getbalance', 'POST', 'key', { offer_id: '12345678', appid: 'wx1234567' });
    },
    answers: 'e7b98690f2fd1562324648d462992a4a4118a23701d7bd76c14d36e11185346c',
  },
];
