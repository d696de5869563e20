import { cite, clause, propose } from '../../kernel/clause';
import type { PolicyProfile } from '../profile';
import type { SourceDocument } from '../sources';
import { alwaysReal, national } from './national';
import { appealBasisOf } from './national-appeal';
import { atEveryLevel, moveBasisOf } from './national-ticket';

export const CHAOZHOU_RULES: SourceDocument = {
  document: '《潮州市政务服务“好差评”实施细则(试行)》',
  issued: '2019-10-14',
  found: '潮州市政务服务数据管理局网站',
  read: 'whole',
};

/** Only a newspaper's account of it is known, so nothing but the scores is taken from it. */
export const CHAOZHOU_RULES_2020: SourceDocument = {
  document: '《潮州市政务服务“好差评”工作细则》（2020年，据报道，未见原文）',
  issued: '2020-09-07',
  found: '民商界网2020年9月7日转载的报道；此处日期为报道日期',
  read: 'report',
};

const DOCUMENT = CHAOZHOU_RULES.document;

/** 潮州市（广东省） */
export const chaozhou: PolicyProfile = {
  ...national,
  id: 'chaozhou',
  version: '2019-trial',
  title: DOCUMENT,
  place: '潮州市',
  defaultRating: clause(
    { level: 'basicallySatisfied', after: { count: 7, unit: 'naturalDay' } },
    cite(DOCUMENT, '第六条'),
  ),
  oneServiceOneRating: clause(true, cite(DOCUMENT, '第七条')),
  identity: {
    ...national.identity,
    demand: alwaysReal(clause('required', cite(DOCUMENT, '第九条'))),
    enough: clause('phone', propose('第九条要求实名评价，未规定怎样算实名；手机号已由运营商实名登记，取手机号以上')),
  },
  rating: {
    ...national.rating,
    scores: clause(
      { verySatisfied: 10, satisfied: 8, basicallySatisfied: 6, dissatisfied: 3, veryDissatisfied: 0 },
      cite(CHAOZHOU_RULES_2020.document, '关于评价标准的规定'),
    ),
    badRatingNeedsReason: clause(true, propose('实施细则未作规定；参照台前县考核细则第七条，便于核实整改')),
    badLevels: clause(['dissatisfied', 'veryDissatisfied'], cite(DOCUMENT, '第十一条')),
  },
  ticket: {
    ...national.ticket,
    dispatchWithin: clause(
      national.ticket.dispatchWithin.value,
      propose('第十一条要求及时转办，未规定天数；各地常见做法为1个工作日内'),
    ),
    acceptWithin: clause(
      national.ticket.acceptWithin.value,
      propose('第十一条要求作出回应，未规定天数；上海2019年要求当天联系，取1个工作日内'),
    ),
    rectifyWithin: clause(
      national.ticket.rectifyWithin.value,
      propose('第十一条要求整改并反馈结果，未规定天数；取5个工作日，同德州市2020年的做法'),
    ),
    // 第二条: the agencies are those of four levels, party-series units and public enterprises included.
    handledBy: atEveryLevel(clause('unit', cite(DOCUMENT, '第二条、第十一条'))),
    moveBasis: moveBasisOf({
      dispatch: cite(DOCUMENT, '第十一条'),
      accept: cite(DOCUMENT, '第十一条'),
      recordAttempt: cite(DOCUMENT, '第十一条'),
      recordFollowUp: cite(DOCUMENT, '第十一条'),
      submitRectification: cite(DOCUMENT, '第十一条'),
      setAside: cite(DOCUMENT, '第十二条'),
    }),
  },
  // 第十二条: a city's or county's unit to the bureau of its level; towns and villages to the county's.
  appeal: {
    ...national.appeal,
    reviewedBy: {
      city: clause('sameLevel', cite(DOCUMENT, '第十二条')),
      county: clause('sameLevel', cite(DOCUMENT, '第十二条')),
      town: clause('county', cite(DOCUMENT, '第十二条')),
      village: clause('county', cite(DOCUMENT, '第十二条')),
    },
    correctedBy: clause(null, cite(DOCUMENT, '第十二条（核实后不予采纳，未设报上级修正）')),
    reportWithin: clause(null, cite(DOCUMENT, '第十二条（核实后不予采纳，未设报上级修正）')),
    moveBasis: appealBasisOf({
      file: cite(DOCUMENT, '第十二条'),
      endorse: cite(DOCUMENT, '第十二条'),
      confirmGrant: cite(DOCUMENT, '第十二条'),
    }),
  },
  inForceFrom: clause('2019-10-14', cite(DOCUMENT, '第十七条')),
  // “试行期限与《办法》同”: the province's act of 2019 was replaced in 2020, and its own term was not found.
  trialUntil: clause(null, cite(DOCUMENT, '第十七条')),
};
