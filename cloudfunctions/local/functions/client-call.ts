import { randomUUID } from 'node:crypto';
import { LOCAL_APP_ID } from './environment';
import { FunctionError, type FunctionFailure } from './function-error';
import type { Client } from './invocations';
import type { Runner } from './runner';

/** The largest event that a client may send, in bytes. */
export const LARGEST_EVENT = 1024 * 1024;
const DEEPEST_EVENT = 100;

export type ClientAnswer = {
  readonly status: 200 | 400 | 404 | 413 | 500 | 502 | 503 | 504;
  readonly body: string;
  readonly requestId: string;
};

/** Who calls, and how far the clock of the function is put back for him. */
export type Who = Client & { readonly millisecondsAgo?: number };

/** `wx.cloud.callFunction` as it arrives: text from outside, and who sent it. Never throws. */
export const answerClient = async (
  runner: Runner,
  door: string,
  text: string,
  { millisecondsAgo = 0, ...client }: Who = {},
): Promise<ClientAnswer> => {
  const { openid } = client;
  const event = readEvent(text);
  if (typeof event === 'string') return refusal(400, 'badRequest', event);
  if (Buffer.byteLength(text) > LARGEST_EVENT) return tooLarge();
  if (openid !== undefined && !isOpenid(openid))
    return refusal(400, 'badRequest', '请求头 x-wx-openid 须由字母、数字、下划线或连字符组成，且至少含一个字母。');
  const userInfo = { appId: LOCAL_APP_ID, ...(openid !== undefined && { openId: openid }) };
  try {
    const { requestId, answer } = await runner.run(door, JSON.stringify({ ...event, userInfo }), {
      source: 'wx_client',
      millisecondsAgo,
      ...client,
    });
    return { status: 200, body: answer, requestId };
  } catch (error) {
    return failed(error, door);
  }
};

export const tooLarge = (): ClientAnswer =>
  refusal(413, 'tooLarge', '请求超过 1 MB，平台不接收；请减少一次提交的内容，图片先上传再提交其编号。');

const readEvent = (text: string): object | string => {
  if (!isShallow(text)) return `请求嵌套超过 ${DEEPEST_EVENT} 层，请检查请求内容。`;
  try {
    const event: unknown = JSON.parse(text);
    return typeof event === 'object' && event !== null && !Array.isArray(event)
      ? event
      : '请求体须是一个 JSON 对象，例如 {"action":"…","input":{…}}。';
  } catch {
    return '请求体不是合法的 JSON，请检查后重发。';
  }
};

/** Counts brackets outside strings, so that no parser has to follow an attacker's depth. */
const isShallow = (text: string): boolean => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > DEEPEST_EVENT) return false;
  }
  return true;
};

/** `getWXContext` turns all-digit values into numbers, so a local openid needs a letter. */
export const isOpenid = (value: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(value) && /[A-Za-z]/.test(value);

const FAILURES: Record<
  FunctionFailure,
  { status: ClientAnswer['status']; code: string; message: (door: string) => string }
> = {
  unknown: {
    status: 404,
    code: 'unknownFunction',
    message: (door) => `没有名为“${door}”的云函数；请检查名称，以及它是否已经构建到云函数目录。`,
  },
  unloadable: {
    status: 500,
    code: 'unloadable',
    message: () => '云函数代码无法加载；请查看本机云的日志，改正后重新构建。',
  },
  failed: { status: 500, code: 'failed', message: () => '云函数执行出错；请凭请求编号查看本机云的日志。' },
  timeout: { status: 504, code: 'timeout', message: () => '云函数未在时限内答复；请稍后用同一幂等键重试。' },
  crashed: { status: 502, code: 'crashed', message: () => '云函数实例中途退出，结果未知；请用同一幂等键重试。' },
  resultTooLarge: {
    status: 502,
    code: 'resultTooLarge',
    message: () => '云函数的答复超过 1 MB，平台不返回；请分页获取。',
  },
  closed: { status: 503, code: 'closed', message: () => '本机云正在关闭；请重新启动后再试。' },
};

const failed = (error: unknown, door: string): ClientAnswer => {
  const known = error instanceof FunctionError ? error : new FunctionError('failed', '');
  const { status, code, message } = FAILURES[known.failure];
  return refusal(status, code, message(/^[\w-]{1,60}$/.test(door) ? door : '?'), known.requestId);
};

export const refusal = (
  status: ClientAnswer['status'],
  code: string,
  message: string,
  requestId = '',
): ClientAnswer => {
  const id = requestId || randomUUID();
  return {
    status,
    body: JSON.stringify({ ok: false, code: `gateway.${code}`, message, requestId: id }),
    requestId: id,
  };
};
