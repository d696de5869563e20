import type { Checked } from '../../ports/verifiers';
import type { Health } from '../health';
import type { FaceIdAnswer } from './face-id';

const MATCH: Checked = { verdict: 'match' };
const MISMATCH: Checked = { verdict: 'mismatch' };
const refused = (why: 'name' | 'idNumber' | 'phone'): Checked => ({ verdict: 'refused', why });
const DOWN: Checked = { verdict: 'undetermined', why: 'down' };
const LIMITED: Checked = { verdict: 'undetermined', why: 'limited' };
const NO_RECORD: Checked = { verdict: 'undetermined', why: 'noRecord' };
const UNSUPPORTED: Checked = { verdict: 'undetermined', why: 'unsupported' };

type Results = ReadonlyMap<string, Checked>;

/** IdCardVerification, https://cloud.tencent.com/document/product/1007/33188: only 0 and -1 are charged. */
export const ID_CARD_RESULTS: Results = new Map([
  ['0', MATCH],
  ['-1', MISMATCH],
  ['-2', refused('idNumber')],
  ['-3', refused('name')],
  ['-4', DOWN], // 证件库服务异常
  ['-5', NO_RECORD],
  ['-6', DOWN], // 权威比对系统升级中
  ['-7', LIMITED], // 认证次数超过当日限制
]);

/** PhoneVerification, https://cloud.tencent.com/document/product/1007/39765: only 0 and -4 are charged. */
export const PHONE_RESULTS: Results = new Map([
  ['0', MATCH],
  ['-4', MISMATCH],
  ['-6', refused('phone')],
  ['-7', refused('idNumber')],
  ['-8', refused('name')],
  ['-9', NO_RECORD],
  ['-11', DOWN], // 验证中心服务繁忙
  ['-12', LIMITED], // 认证次数超过当日限制
  ['-13', UNSUPPORTED], // 不支持该号段
]);

const ofError = (code: string): Checked => {
  if (/LimitExceeded/.test(code)) return LIMITED;
  if (code === 'FailedOperation.IdNoExistSystem') return NO_RECORD;
  return /^UnsupportedOperation/.test(code) ? UNSUPPORTED : DOWN;
};

/** A refused call is never the person's doing, however its code reads: the fields are judged by `Result` alone. */
export const checkedBy = (answer: FaceIdAnswer, results: Results): Checked => {
  if (!answer) return DOWN;
  return 'error' in answer ? ofError(answer.error) : (results.get(answer.result) ?? DOWN);
};

/** https://cloud.tencent.com/document/product/1007/31326 公共错误码; a limit is reached only with keys that work. */
export const healthBy = (answer: FaceIdAnswer): Health => {
  if (!answer) return 'unreachable';
  if ('result' in answer || /LimitExceeded/.test(answer.error)) return 'works';
  if (
    /^(UnauthorizedOperation|AuthFailure\.UnauthorizedOperation|ResourceUnavailable|OperationDenied)/.test(answer.error)
  )
    return 'notActivated';
  return /^AuthFailure/.test(answer.error) ? 'keyWrong' : 'unreachable';
};
