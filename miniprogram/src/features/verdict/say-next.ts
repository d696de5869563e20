import type { TicketState } from '@shared/domain/ticket';
import { type Instant, sayMoment } from '@shared/kernel/time';

/** What happens next at each state; `by` is 在…前, or 尽快 while the year's holidays are not announced. */
const SENTENCES: Readonly<Record<TicketState, (by: string) => string>> = {
  awaitingDispatch: (by) => `主管单位${by}把您反映的问题派给责任单位，责任单位随后联系您。`,
  awaitingAcceptance: (by) => `责任单位${by}签收并联系您。`,
  awaitingFollowUp: (by) => `责任单位正在核实，${by}联系您并着手整改。`,
  rectifying: (by) => `责任单位正在整改，${by}完成；结果审核通过后在这里告诉您。`,
  awaitingVerification: (by) => `整改结果已经提交，主管单位${by}审核；通过后在这里告诉您。`,
  awaitingVerdict: (by) => `整改结果已经审核，请您${by}评定。到期没有评定的，工单办结，不算您满意。`,
  closed: () => '工单已经办结。',
  setAside: () => '经核实，这条评价不予采纳。',
};

const LATE = '已经超过期限，系统会逐级提醒责任单位和主管单位。';

/** 接下来, in plain words: who does what by when, and that it is late when it is. */
export const sayNext = (state: TicketState, dueAt: Instant | null, now: Instant): readonly string[] => {
  const said = SENTENCES[state](dueAt === null ? '会尽快' : `应在 ${sayMoment(dueAt)} 前`);
  return dueAt !== null && now > dueAt && state !== 'awaitingVerdict' ? [said, LATE] : [said];
};
