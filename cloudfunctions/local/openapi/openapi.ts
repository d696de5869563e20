import { randomUUID } from 'node:crypto';
import type { Faults } from '../faults/planned-faults';
import type { PlainObject } from '../protocol/plain';
import { checkMessage } from './content-check';
import { openApiError } from './openapi-error';
import type { PhoneCodes } from './phone-codes';
import { qrPng } from './qr-png';
import type { Subscriptions } from './subscriptions';
import { decodeCall, encodeAnswer, type OpenApiAnswer } from './wire';

export type OutboxEntry = {
  readonly apiName: string;
  readonly input: unknown /** Instant, ms. */;
  readonly at: number;
};

export type OpenApiCall = {
  /** The function that calls, and the calls that it may make. */
  readonly door: string;
  readonly permitted: readonly string[];
  readonly apiName: string;
  readonly requestData: Uint8Array;
};

/** Stand-ins for the WeChat open platform. What reached an API is kept, readable. */
export type OpenApi = {
  call(call: OpenApiCall): Promise<Buffer>;
  outbox(): readonly OutboxEntry[];
};

export type Api = (input: PlainObject) => OpenApiAnswer | Promise<OpenApiAnswer>;
/** By the name in the documentation: `subscribeMessage.send`. */
export type OpenApis = Readonly<Record<string, Api>>;

const API_NOT_FOUND = -604100;
const NO_PERMISSION = -604101;

/** Phone codes are given out elsewhere, as is leave for messages. `adapt` adds calls, or answers them in another way. */
export const openApiStandIn = (
  phones: Pick<PhoneCodes, 'redeem'>,
  subscriptions: Pick<Subscriptions, 'send'>,
  faults: Pick<Faults, 'take'>,
  adapt: (builtIn: OpenApis) => OpenApis = (builtIn) => builtIn,
): OpenApi => {
  const outbox: OutboxEntry[] = [];
  const apis = adapt({
    'wxacode.getUnlimited': unlimitedCode,
    'security.msgSecCheck': (input) => ({ json: checkMessage(input, randomUUID()) }),
    'phonenumber.getPhoneNumber': ({ code }) => ({ json: phones.redeem(code) }),
    'subscribeMessage.send': (input) => ({ json: subscriptions.send(input) }),
  });
  return {
    call: async ({ door, permitted, apiName, requestData }) => {
      const api = Object.hasOwn(apis, apiName) ? apis[apiName] : undefined;
      if (!api) return encodeAnswer({ errorCode: API_NOT_FOUND });
      if (!permitted.includes(apiName)) return encodeAnswer({ errorCode: NO_PERMISSION });
      const input = decodeCall(requestData);
      outbox.push({ apiName, input, at: Date.now() });
      const forced = faults.take('openapiError', { door, action: apiName });
      return encodeAnswer(forced ? openApiError(forced.errcode ?? -1) : await api(input));
    },
    outbox: () => [...outbox],
  };
};

const refused = (errcode: number, errmsg: string): OpenApiAnswer => ({ json: { errcode, errmsg } });

/** Characters that a scene may have; at most 32. */
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

const unlimitedCode = ({ scene, page, width }: PlainObject): OpenApiAnswer => {
  if (typeof scene !== 'string' || !SCENE.test(scene)) return refused(40129, 'invalid scene');
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/') || page.includes('?')))
    return refused(41030, 'invalid page');
  const pixels = width ?? 430;
  if (typeof pixels !== 'number' || pixels < 280 || pixels > 1280) return refused(40097, 'invalid width');
  return { image: qrPng(scene, pixels), contentType: 'image/png' };
};
