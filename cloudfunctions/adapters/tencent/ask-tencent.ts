import { askJson, verifierLimit } from '../ask-json';
import { TC3_CONTENT_TYPE, tc3Authorization } from './tc3-signature';

export type TencentAccount = {
  readonly secretId: string;
  readonly secretKey: string;
  readonly region: string;
  /** Without a slash at its end. */
  readonly endpoint: string;
};

export type TencentCall = { readonly service: string; readonly version: string; readonly action: string };

/** One signed call of a Tencent Cloud API 3.0; its `Response`, or undefined when nothing usable came back in time. */
export const askTencent = async (
  account: TencentAccount,
  { service, version, action }: TencentCall,
  parameters: object,
): Promise<unknown> => {
  const payload = JSON.stringify(parameters);
  const timestamp = Math.floor(Date.now() / 1000);
  const { host } = new URL(account.endpoint);
  const answer = await askJson(account.endpoint, {
    method: 'POST',
    headers: {
      authorization: tc3Authorization({ ...account, service, host, action, timestamp, payload }),
      'content-type': TC3_CONTENT_TYPE,
      'x-tc-action': action,
      'x-tc-version': version,
      'x-tc-region': account.region,
      'x-tc-timestamp': String(timestamp),
    },
    body: payload,
    signal: verifierLimit(),
  });
  return answer?.body.Response;
};
