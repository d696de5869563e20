import type { ConformanceCase } from '../conformance-case';

const WECHAT = 'https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc';
const SUBSCRIBE = `${WECHAT}/mp-message-management/subscribe-message/sendMessage.html`;
const PHONE = `${WECHAT}/user-info/phone-number/getPhoneNumber.html`;
const CODE = `${WECHAT}/qrcode-link/qr-code/getUnlimitedQRCode.html`;
const SDK = 'wx-server-sdk/src/api';

export const OPEN_PLATFORM_CASES: readonly ConformanceCase[] = [
  {
    api: 'cloud.openapi',
    name: 'a call that WeChat does not have is not found',
    source: `${SDK}/openapi/namespace/generic.ts; -604100 in wx-server-sdk/src/config/error.config.ts`,
    run: ({ cloud }) => cloud.openapi.conformance.noSuchCall({ a: 1 }),
    refuses: { errCode: -604100, errMsg: 'error code: -604100' },
  },
  {
    api: 'cloud.openapi',
    name: 'subscribeMessage.send to nobody is 40003',
    source: SUBSCRIBE,
    run: ({ cloud }) =>
      cloud.openapi.subscribeMessage.send({ touser: '', templateId: 'none', data: { thing1: { value: '好' } } }),
    refuses: { errCode: 40003, errMsg: 'invalid openid' },
  },
  {
    api: 'cloud.openapi',
    name: 'phonenumber.getPhoneNumber with a code that was never given is 40029',
    source: PHONE,
    run: ({ cloud }) => cloud.openapi.phonenumber.getPhoneNumber({ code: 'conformance-nobody' }),
    refuses: { errCode: 40029, errMsg: 'invalid code' },
  },
  {
    api: 'cloud.openapi',
    name: 'wxacode.getUnlimited for a page that begins with a slash is 41030',
    source: CODE,
    run: ({ cloud }) => cloud.openapi.wxacode.getUnlimited({ scene: 'a=1', page: '/pages/index/index' }),
    refuses: { errCode: 41030, errMsg: 'invalid page' },
  },
  {
    api: 'cloud.openapi',
    name: 'wxacode.getUnlimited for a scene of 33 characters is 40169',
    source: 'https://developers.weixin.qq.com/community/develop/doc/000e86b7acc018296beda83a55b400',
    run: ({ cloud }) => cloud.openapi.wxacode.getUnlimited({ scene: 'a'.repeat(33) }),
    refuses: { errCode: 40169, errMsg: 'invalid length for scene' },
  },
  {
    api: 'cloud.openapi',
    name: 'wxacode.getUnlimited without a scene is 40169',
    source: 'https://developers.weixin.qq.com/community/develop/doc/34c805bcb1db880d33e78246b8ec2211',
    run: ({ cloud }) => cloud.openapi.wxacode.getUnlimited({ width: 430 }),
    refuses: { errCode: 40169, errMsg: 'invalid length for scene' },
  },
  {
    api: 'cloud.openapi',
    name: 'wxacode.getUnlimited for a scene with a character that it may not have is 40129',
    source: 'https://developers.weixin.qq.com/community/develop/doc/0000c844b107084f2a7b0662d56c00',
    run: ({ cloud }) => cloud.openapi.wxacode.getUnlimited({ scene: '中文' }),
    refuses: { errCode: 40129, errMsg: 'invalid scene' },
  },
  {
    api: 'cloud.openapi',
    name: 'wxacode.getUnlimited answers a picture as bytes',
    source: `${CODE}; ${SDK}/openapi/namespace/generic.ts`,
    run: async ({ cloud }) => {
      const { buffer, contentType } = await cloud.openapi.wxacode.getUnlimited({ scene: 'a=1' });
      return [Buffer.isBuffer(buffer), contentType.startsWith('image/')];
    },
    answers: [true, true],
  },
  {
    api: 'cloud.getWXContext',
    name: 'never shows the token of the invocation',
    source: `${SDK}/utils/api/getWXContext.ts CONTEXT_KEYS_BLACKLIST`,
    run: async ({ cloud }) => Object.keys(cloud.getWXContext()).filter((key) => key.includes('TOKEN')),
    answers: [],
  },
  {
    api: 'cloud.callFunction',
    name: 'refuses an empty name',
    source: '@cloudbase/node-sdk/dist/functions/index.js callFunction',
    run: ({ cloud }) => cloud.callFunction({ name: '' }),
    refuses: { errCode: -1, errMsg: '函数名不能为空' },
  },
  {
    api: 'cloud.callFunction',
    name: 'refuses data that leads back to itself',
    source: '@cloudbase/node-sdk/dist/functions/index.js callFunction',
    run: ({ cloud }) => {
      const data: { self?: unknown } = {};
      data.self = data;
      return cloud.callFunction({ name: 'conformance-nobody', data });
    },
    refuses: { errCode: -1, errMsg: '对象出现了循环引用' },
  },
];
