import { REFUSALS, type RefusalCode } from '@shared/kernel/refusals';
import { type ActionName, DOORS, type Input, type Output } from './actions';
import { send } from './send';

/** Why there is no value: `code` for the program, `message` for the person. */
export type Refusal = {
  readonly ok: false;
  readonly code: RefusalCode | 'network.down' | 'photo.gone';
  readonly message: string;
};
export type Answer<T> = { readonly ok: true; readonly value: T } | Refusal;

const PATIENCE_MS = 15_000;
/** Codes with which `wx.cloud.callFunction` says that the function itself broke (微信云开发错误码). */
const FUNCTION_BROKE: readonly unknown[] = [-404011, -501000, -504002];

export const NETWORK_DOWN: Refusal = {
  ok: false,
  code: 'network.down',
  message: '网络不通，请检查网络后重试。',
};
export const SYSTEM_FAILED: Refusal = { ok: false, code: 'system.failed', message: REFUSALS['system.failed'] };

/** The answer, or a rejection when it takes too long. */
const inTime = (answer: Promise<unknown>): Promise<unknown> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  });
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer));
};

const isAnswer = <T>(answer: unknown): answer is Answer<T> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';

const refusalOf = (failure: unknown): Refusal =>
  typeof failure === 'object' && failure !== null && 'errCode' in failure && FUNCTION_BROKE.includes(failure.errCode)
    ? SYSTEM_FAILED
    : NETWORK_DOWN;

/** The one way out. Never rejects: no network and no answer in time are refusals too. */
export const call = async <N extends ActionName>(action: N, input: Input<N>): Promise<Answer<Output<N>>> => {
  try {
    const answer = await inTime(send(DOORS[action], { action, input }));
    return isAnswer<Output<N>>(answer) ? answer : SYSTEM_FAILED;
  } catch (failure) {
    return refusalOf(failure);
  }
};
