import type { PlainObject } from '../protocol/plain';

type Verdict = { readonly suggest: 'pass' | 'review' | 'risky'; readonly label: number };

/** A short stand-in for the platform's model: enough to see each of its answers. Labels as documented for msgSecCheck 2.0. */
const WORDS: readonly (Verdict & { readonly words: readonly string[] })[] = [
  { suggest: 'risky', label: 20003, words: ['傻逼', '去死', '狗官', '王八蛋', '他妈的'] },
  { suggest: 'risky', label: 20006, words: ['赌博', '枪支', '毒品', '办假证'] },
  { suggest: 'risky', label: 20002, words: ['色情', '裸聊'] },
  { suggest: 'review', label: 20008, words: ['刷单', '转账给我'] },
  { suggest: 'review', label: 10001, words: ['加微信', '加我微信', '优惠券', '代办包过'] },
];

const PASS: Verdict = { suggest: 'pass', label: 100 };
const MOST_CHARACTERS = 2_500;

/** `security.msgSecCheck`; without `version: 2` the first version answers, which knows only good and bad. */
export const checkMessage = (input: PlainObject, traceId: string): PlainObject => {
  const content = typeof input.content === 'string' ? input.content : '';
  if (content === '') return { errcode: 44004, errmsg: 'content is empty' };
  if ([...content].length > MOST_CHARACTERS) return { errcode: 45002, errmsg: 'content size out of limit' };
  const verdict = WORDS.find(({ words }) => words.some((word) => content.includes(word))) ?? PASS;
  if (input.version !== 2) {
    return verdict.suggest === 'risky' ? { errcode: 87014, errmsg: 'risky content' } : { errcode: 0, errmsg: 'ok' };
  }
  if (typeof input.openid !== 'string' || input.openid === '') return { errcode: 40003, errmsg: 'invalid openid' };
  if (![1, 2, 3, 4].includes(Number(input.scene))) return { errcode: 40129, errmsg: 'invalid scene' };
  const { suggest, label } = verdict;
  return {
    errcode: 0,
    errmsg: 'ok',
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    trace_id: traceId,
    result: { suggest, label },
  };
};
