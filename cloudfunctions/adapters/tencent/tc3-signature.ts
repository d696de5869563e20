import { createHash, createHmac } from 'node:crypto';

export type Tc3Request = {
  readonly secretId: string;
  readonly secretKey: string;
  readonly service: string;
  /** With the port unless it is the usual one, as the `Host` header has it. */
  readonly host: string;
  readonly action: string;
  /** Seconds since the epoch. */
  readonly timestamp: number;
  readonly payload: string;
};

export const TC3_CONTENT_TYPE = 'application/json; charset=utf-8';
const SIGNED_HEADERS = 'content-type;host;x-tc-action';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The `Authorization` header of a POST: TC3-HMAC-SHA256, https://cloud.tencent.com/document/product/1007/31324. */
export const tc3Authorization = (request: Tc3Request): string => {
  const { secretId, secretKey, service, host, action, timestamp, payload } = request;
  const headers = `content-type:${TC3_CONTENT_TYPE}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`;
  const canonical = ['POST', '/', '', headers, SIGNED_HEADERS, sha256(payload)].join('\n');
  // The day is UTC's, also at night in China.
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${day}/${service}/tc3_request`;
  const key = hmac(hmac(hmac(`TC3${secretKey}`, day), service), 'tc3_request');
  const signature = hmac(key, ['TC3-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n')).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`;
};
