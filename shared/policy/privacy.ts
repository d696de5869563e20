import type { Span } from '../domain/working-time';
import { cite, clause, propose } from '../kernel/clause';

const PERSONAL_INFORMATION_LAW = '《中华人民共和国个人信息保护法》';
const FACE_RULES = '《人脸识别技术应用安全管理办法》';

const days = (count: number): Span => ({ count, unit: 'naturalDay' });

/** What holds everywhere for personal information, each figure with its place. */
export const PRIVACY = {
  /** 实名信息 after the last rating, or the last ticket that it served, is done with. */
  identityKeptFor: clause(
    days(180),
    propose(`${PERSONAL_INFORMATION_LAW}第十九条只要求为实现目的所必要的最短时间；工单办结后留180日，以便复核`),
  ),
  /** 同意的记录 after the rest is erased. */
  consentKeptFor: clause(days(3 * 365), propose('法律未规定同意记录的保存时间；取三年，同一般诉讼时效')),
  /** 网络记号和打开表单的时刻 of a rating, so that a review can compare. */
  tracesKeptFor: clause(
    days(180),
    propose(`${PERSONAL_INFORMATION_LAW}第十九条只要求为实现目的所必要的最短时间；申诉和复核用得到，同实名信息取180日`),
  ),
  /** Below this age (周岁) a guardian gives the consent. */
  guardianBelowAge: clause(14, cite(PERSONAL_INFORMATION_LAW, '第三十一条')),
  /** Below this age (周岁) no face is scanned. */
  faceFromAge: clause(18, propose(`${FACE_RULES}对不满14周岁的另有要求；为未成年人一律不采用人脸`)),
  /** How long the second person's agreement opens an identity. */
  openingHolds: clause({ count: 24, unit: 'hour' } as const, propose('法规未规定；取24小时，逾期重新申请')),
  /** Ratings that a clerk sees at once, at least: fewer would tell him who gave them. */
  smallestBatch: clause(
    5,
    propose(
      '《国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见》要求保护评价人信息，未规定条数；取统计上常用的5条',
    ),
  ),
} as const;
