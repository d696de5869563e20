import type { Checked } from '../../ports/verifiers';
import type { Health } from '../health';
import type { WechatAnswer } from './wechat-api';

export type NotPassed = Exclude<Checked, { verdict: 'match' }>;

const MISMATCH: NotPassed = { verdict: 'mismatch' };
const CANCELLED: NotPassed = { verdict: 'refused', why: 'cancelled' };
const DEVICE: NotPassed = { verdict: 'refused', why: 'device' };
const OTHER_SESSION: NotPassed = { verdict: 'refused', why: 'code' };
const DOWN: NotPassed = { verdict: 'undetermined', why: 'down' };
const LIMITED: NotPassed = { verdict: 'undetermined', why: 'limited' };
const NO_RECORD: NotPassed = { verdict: 'undetermined', why: 'noRecord' };

const all = (verdict: NotPassed, ...codes: number[]): readonly (readonly [number, NotPassed])[] =>
  codes.map((code) => [code, verdict]);

/**
 * `verify_ret` of queryVerifyInfo (https://developers.weixin.qq.com/miniprogram/dev/server/API/face/api_queryverifyinfo);
 * 10000 is the only pass. What the person himself brings about (he stops, waits too long, hides his face) is never
 * `undetermined`, or he could choose the weaker level.
 */
export const VERIFY_RESULTS: ReadonlyMap<number, NotPassed> = new Map([
  ...all(DEVICE, 90001, 90106, 90109),
  ...all(CANCELLED, 90002, 90003, 90004, 90005, 90006),
  ...all(CANCELLED, 90008, 90009, 90010), // 相机、麦克风未授权
  ...all(CANCELLED, 90017, 90107, 10020, 10300), // 超时、未完成
  ...all(MISMATCH, 10003, 10004, 10012),
  ...all(MISMATCH, 90011, 90013, 90014, 10002, 10010), // 人脸没有采集到、看不清
  ...all(NO_RECORD, 10018, 10026),
  ...all(LIMITED, 10042),
  ...all(DOWN, 90007, 90012, 90018, 90104, 90105, 90110, 90199),
  ...all(DOWN, 10001, 10005, 10006, 10007, 10008, 10013, 10014, 10015, 10016, 10017, 10021, 10029, 10040, 10041),
  ...all(DOWN, 10045, 10052),
]);

/** `errcode` of both calls; a code that is not here is ours or WeChat's fault. */
export const FACE_ERRORS: ReadonlyMap<number, NotPassed> = new Map([
  ...all(OTHER_SESSION, 84017, 84018, 84020, 84022), // openid、cert_hash、out_seq_no 不匹配；verify_id 已过期
  ...all(LIMITED, 45009, 45011),
]);

export const notPassedBy = (answer: WechatAnswer | undefined): NotPassed =>
  (answer && FACE_ERRORS.get(answer.errcode)) ?? DOWN;

/** Pass if and only if `errcode` is 0 and `verify_ret` is 10000. */
export const checkedBy = (answer: WechatAnswer | undefined): Checked => {
  if (answer?.errcode !== 0) return notPassedBy(answer);
  const { verify_ret: result } = answer.body;
  if (result === 10000) return { verdict: 'match' };
  return (typeof result === 'number' && VERIFY_RESULTS.get(result)) || DOWN;
};

/** AppID 或 AppSecret 不对: invalid or empty. */
const WRONG_KEYS = [40001, 40002, 40013, 40125, 41002, 41004, 40243];
/** 调用 IP 不在白名单、接口未授权、账号被限制: the operator has something to open. */
const CLOSED = [40164, 48001, 50002, 50004, 50007, 61024, 89503, 89506, 89507];

/** What the answer to `stable_token` says. */
export const healthBy = (answer: WechatAnswer | undefined): Health => {
  if (!answer) return 'unreachable';
  if (WRONG_KEYS.includes(answer.errcode)) return 'keyWrong';
  if (CLOSED.includes(answer.errcode)) return 'notActivated';
  return typeof answer.body.access_token === 'string' ? 'works' : 'unreachable';
};
