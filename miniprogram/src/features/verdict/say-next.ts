import type { TicketStep } from '@shared/domain/ticket';
import { type Instant, sayMoment } from '@shared/kernel/time';
import type { Output } from '../../api/actions';

/** What happens next at each step; `by` is 在…前, or 尽快 while the year's holidays are not announced. */
const SENTENCES: Readonly<Record<TicketStep, (by: string) => string>> = {
  dispatch: (by) => `主管单位会${by}把您反映的问题派给责任单位，责任单位随后联系您。`,
  accept: (by) => `责任单位会${by}联系您核实情况。`,
  rectify: (by) => `责任单位正在核实、整改，会${by}完成；结果审核通过后在这里告诉您。`,
  verify: (by) => `整改结果已经提交，主管单位会${by}审核；通过后在这里告诉您。`,
  verdict: (by) => `整改结果已经审核，请您${by}评定。到期没有评定的，工单办结，不算您满意。`,
};
/** Nobody is promised a call who has left no number. */
const UNREACHABLE: Partial<typeof SENTENCES> = {
  dispatch: (by) => `主管单位会${by}把您反映的问题派给责任单位。您没有留下电话，请在这里看进度和答复。`,
  accept: (by) => `责任单位会${by}核实情况。您没有留下电话，请在这里看进度和答复。`,
};
const LATE = '已经超过期限，系统会逐级提醒责任单位和主管单位。';

/** 接下来, in plain words: who does what by when, and that it is late when it is. */
export const sayNext = (
  { step, dueAt }: NonNullable<Output<'rating.show'>['next']>,
  isReachable: boolean,
  now: Instant,
): readonly string[] => {
  const sentence = (isReachable ? undefined : UNREACHABLE[step]) ?? SENTENCES[step];
  const said = sentence(dueAt === null ? '尽快' : `在 ${sayMoment(dueAt)} 前`);
  return dueAt !== null && now > dueAt && step !== 'verdict' ? [said, LATE] : [said];
};
