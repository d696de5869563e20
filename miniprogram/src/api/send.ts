import Taro from '@tarojs/taro';
import type { Door } from './actions';
import { personaHeaders } from './persona';

type Request = { readonly action: string; readonly input: unknown };

const byCloud = async (door: Door, request: Request): Promise<unknown> =>
  (await Taro.cloud.callFunction({ name: door, data: request })).result;

const byHttp = async (door: Door, request: Request): Promise<unknown> => {
  const response = await fetch(`/functions/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...personaHeaders() },
    body: JSON.stringify(request),
  });
  return response.json();
};

/** One request to one door. Rejects when no answer came. */
export const send = process.env.TARO_ENV === 'weapp' ? byCloud : byHttp;
