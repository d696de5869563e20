import type { OpenApiAnswer } from './wire';

/**
 * What WeChat says with its codes; https://developers.weixin.qq.com/doc/oplatform/Return_codes/Return_code_descriptions_new.html
 * and the tables of the calls themselves.
 */
const WORDS: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40129: 'invalid scene',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message is banned',
  43108: 'concurrent subscribe message to the same user',
  44004: 'empty content',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47003: 'argument invalid',
  48001: 'api unauthorized',
  61010: 'code is expired',
  87014: 'risky content',
};

/** The platform's own errors, of a call that did not reach WeChat: `ERR_CODE` of wx-server-sdk, -604100 to -604104. */
const isOfPlatform = (errcode: number): boolean => errcode <= -604_100 && errcode >= -604_199;

export const openApiError = (errcode: number): OpenApiAnswer =>
  isOfPlatform(errcode)
    ? { errorCode: errcode }
    : { json: { errcode, errmsg: WORDS[errcode] ?? `errcode ${errcode}` } };
