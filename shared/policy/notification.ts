import type { Span } from '../domain/working-time';
import { clause, propose } from '../kernel/clause';

const days = (count: number): Span => ({ count, unit: 'naturalDay' });

/** 消息提醒: when nobody is disturbed, and how long what it needs is kept. Officials' hours are the place's 办公时间. */
export const NOTIFICATION = {
  /** 评价人的安静时间 */
  raterQuiet: clause(
    { from: '21:00', until: '08:00' },
    propose('法规未规定；取晚9点到早8点，通信主管部门对商业短信的要求与此相近，办事通知从严'),
  ),
  /** The account that messages go to, after the last agreement. */
  grantKeptFor: clause(
    days(180),
    propose('《中华人民共和国个人信息保护法》第十九条只要求必要的最短时间；同实名信息，取180日'),
  ),
  /** A message that was sent or given up, so that nothing is sent twice. */
  sentKeptFor: clause(days(30), propose('法规未规定；留30日，足够核对没有送到的消息')),
  /** Agreements that one account can gather. */
  mostLeft: clause(20, propose('法规未规定；一人同时在办的差评远少于20件')),
} as const;
