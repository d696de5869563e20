import { askJson, verifierLimit } from '../ask-json';

export type WechatApp = {
  readonly appId: string;
  readonly appSecret: string;
  /** Without a slash at its end. */
  readonly endpoint: string;
};

export type WechatAnswer = { readonly errcode: number; readonly body: Readonly<Record<string, unknown>> };
export type WechatApi = {
  /** With the token, which is asked for anew once when WeChat no longer takes it. Undefined: no usable answer. */
  post(path: string, body: object): Promise<WechatAnswer | undefined>;
  /** Asks for a token, whether one is at hand or not. */
  askToken(): Promise<WechatAnswer | undefined>;
};

type Token = { readonly text: string; readonly until: number };

/** access_token 无效、过期: https://developers.weixin.qq.com/doc/oplatform/developers/errCode/. */
const STALE = [40001, 40014, 42001];
const EARLY_MS = 60_000;

const ask = async (url: string, body: object, signal: AbortSignal): Promise<WechatAnswer | undefined> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await askJson(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
  if (answer?.status !== 200) return undefined;
  const { errcode = 0 } = answer.body;
  return typeof errcode === 'number' ? { errcode, body: answer.body } : undefined;
};

const tokenIn = (answer: WechatAnswer | undefined): Token | undefined => {
  const { access_token: text, expires_in: seconds } = answer?.body ?? {};
  if (typeof text !== 'string' || typeof seconds !== 'number') return undefined;
  return { text, until: Date.now() + seconds * 1000 - EARLY_MS };
};

/**
 * WeChat's servers over HTTPS, for what cannot be called through the cloud. Several instances share one stable token
 * (https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html), so that none takes another's away.
 */
export const wechatApi = ({ appId, appSecret, endpoint }: WechatApp): WechatApi => {
  let kept: Token | undefined;
  const askToken = (signal: AbortSignal) => {
    const asked = { grant_type: 'client_credential', appid: appId, secret: appSecret };
    return ask(`${endpoint}/cgi-bin/stable_token`, asked, signal);
  };
  /** The token, or why there is none. */
  const token = async (signal: AbortSignal): Promise<Token | WechatAnswer | undefined> => {
    if (kept && kept.until > Date.now()) return kept;
    const answer = await askToken(signal);
    kept = tokenIn(answer);
    return kept ?? (answer?.errcode ? answer : undefined);
  };
  const post = async (
    path: string,
    body: object,
    signal: AbortSignal,
    mayAskAgain: boolean,
  ): Promise<WechatAnswer | undefined> => {
    const held = await token(signal);
    if (!held || 'errcode' in held) return held;
    const answer = await ask(`${endpoint}${path}?access_token=${encodeURIComponent(held.text)}`, body, signal);
    if (!answer || !STALE.includes(answer.errcode)) return answer;
    if (kept === held) kept = undefined;
    return mayAskAgain ? post(path, body, signal, false) : answer;
  };
  return { askToken: () => askToken(verifierLimit()), post: (path, body) => post(path, body, verifierLimit(), true) };
};
