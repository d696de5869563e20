import { askTencent, type TencentAccount } from './ask-tencent';

/** `result` of an answered check, `error` of a refused call; undefined when nothing usable came back. */
export type FaceIdAnswer = { readonly result: string } | { readonly error: string } | undefined;

const readAnswer = (response: unknown): FaceIdAnswer => {
  const { Result, Error: fault } = (response ?? {}) as { Result?: unknown; Error?: { Code?: unknown } };
  if (typeof fault?.Code === 'string') return { error: fault.Code };
  return typeof Result === 'string' ? { result: Result } : undefined;
};

/** One call of 人脸核身 (faceid) 2018-03-01; `Result` is a string: https://cloud.tencent.com/document/product/1007. */
export const askFaceId = async (account: TencentAccount, action: string, parameters: object): Promise<FaceIdAnswer> =>
  readAnswer(await askTencent(account, { service: 'faceid', version: '2018-03-01', action }, parameters));
