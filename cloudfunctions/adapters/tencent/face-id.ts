import { askJson, verifierLimit } from '../ask-json';
import { TC3_CONTENT_TYPE, tc3Authorization } from './tc3-signature';

export type TencentAccount = {
  readonly secretId: string;
  readonly secretKey: string;
  readonly region: string;
  /** Without a slash at its end. */
  readonly endpoint: string;
};

/** `result` of an answered check, `error` of a refused call; undefined when nothing usable came back. */
export type FaceIdAnswer = { readonly result: string } | { readonly error: string } | undefined;

const SERVICE = 'faceid';
const VERSION = '2018-03-01';

const readAnswer = (response: unknown): FaceIdAnswer => {
  const { Result, Error: fault } = (response ?? {}) as { Result?: unknown; Error?: { Code?: unknown } };
  if (typeof fault?.Code === 'string') return { error: fault.Code };
  return typeof Result === 'string' ? { result: Result } : undefined;
};

/** One call of 人脸核身 (faceid) 2018-03-01; `Result` is a string: https://cloud.tencent.com/document/product/1007. */
export const askFaceId = async (account: TencentAccount, action: string, parameters: object): Promise<FaceIdAnswer> => {
  const payload = JSON.stringify(parameters);
  const timestamp = Math.floor(Date.now() / 1000);
  const { host } = new URL(account.endpoint);
  const answer = await askJson(account.endpoint, {
    method: 'POST',
    headers: {
      authorization: tc3Authorization({ ...account, service: SERVICE, host, action, timestamp, payload }),
      'content-type': TC3_CONTENT_TYPE,
      'x-tc-action': action,
      'x-tc-version': VERSION,
      'x-tc-region': account.region,
      'x-tc-timestamp': String(timestamp),
    },
    body: payload,
    signal: verifierLimit(),
  });
  return answer && readAnswer(answer.body.Response);
};
