import { cite, clause, propose } from '../../kernel/clause';
import type { PolicyProfile } from '../profile';
import type { SourceDocument } from '../sources';
import { alwaysReal, national } from './national';
import { appealBasisOf } from './national-appeal';
import { atEveryLevel, moveBasisOf, workingDays } from './national-ticket';

export const TAIQIAN_RULES: SourceDocument = {
  document: '《台前县政务服务“好差评”考核细则(试行)》',
  issued: '2020-07-13',
  found: '台前县人民政府网站，序号17693，2021年7月19日发布；附件1、附件2未随文公开',
  read: 'whole',
};

const DOCUMENT = TAIQIAN_RULES.document;

/** 台前县（河南省濮阳市） */
export const taiqian: PolicyProfile = {
  ...national,
  id: 'taiqian',
  version: '2020-trial',
  title: DOCUMENT,
  place: '台前县',
  rating: {
    ...national.rating,
    scores: clause(
      { verySatisfied: 10, satisfied: 8, basicallySatisfied: 6, dissatisfied: 3, veryDissatisfied: 0 },
      cite(DOCUMENT, '第七条'),
    ),
    badRatingNeedsReason: clause(true, cite(DOCUMENT, '第七条')),
    badLevels: clause(['dissatisfied', 'veryDissatisfied'], cite(DOCUMENT, '第十七条')),
  },
  oneServiceOneRating: clause(true, cite(DOCUMENT, '第八条')),
  defaultRating: clause(null, cite(DOCUMENT, '第七条、第八条（未设默认评价）')),
  identity: { ...national.identity, demand: alwaysReal(clause('encouraged', cite(DOCUMENT, '第十条、第十一条'))) },
  ticket: {
    ...national.ticket,
    dispatchWithin: clause(
      national.ticket.dispatchWithin.value,
      propose('考核细则未规定派单时限；各地常见做法为1个工作日内'),
    ),
    acceptWithin: clause(
      national.ticket.acceptWithin.value,
      propose('第十一条要求及时回访，未规定天数；上海2019年要求当天联系，取1个工作日内'),
    ),
    rectifyWithin: clause(
      national.ticket.rectifyWithin.value,
      propose('第十一条要求及时整改，未规定天数；取5个工作日，同襄城县城关镇2024年、德州市2020年的做法'),
    ),
    // 第十条: what concerns a town, its villages too, is the town government's; 第十一条: a centre or unit mends its own.
    // The county has no city-level centre; the type wants a word for one, and 第十一条 is the nearest.
    handledBy: {
      city: clause('unit', cite(DOCUMENT, '第十一条')),
      county: clause('unit', cite(DOCUMENT, '第十一条')),
      town: clause('townGovernment', cite(DOCUMENT, '第十条')),
      village: clause('townGovernment', cite(DOCUMENT, '第十条')),
    },
    moveBasis: moveBasisOf({
      accept: cite(DOCUMENT, '第十条、第十一条'),
      recordAttempt: cite(DOCUMENT, '第十条、第十一条'),
      recordFollowUp: cite(DOCUMENT, '第十条、第十一条'),
      submitRectification: cite(DOCUMENT, '第十条、第十一条'),
      sendBack: cite(DOCUMENT, '第十五条'),
      verify: cite(DOCUMENT, '第十五条'),
      setAside: cite(DOCUMENT, '第十七条'),
    }),
  },
  // 第十七条: through one's own institution to the county's bureau; what is confirmed goes to the city for correction.
  appeal: {
    ...national.appeal,
    reviewedBy: atEveryLevel(clause('county', cite(DOCUMENT, '第十七条'))),
    correctedBy: clause('city', cite(DOCUMENT, '第十七条')),
    reportWithin: clause(workingDays(2), propose('第十七条要求及时报送，未规定天数；取2个工作日')),
    moveBasis: appealBasisOf({
      file: cite(DOCUMENT, '第十七条'),
      endorse: cite(DOCUMENT, '第十七条'),
      confirmGrant: cite(DOCUMENT, '第十七条'),
      reportUp: cite(DOCUMENT, '第十七条'),
      confirmCorrection: cite(DOCUMENT, '第十七条'),
    }),
  },
  inForceFrom: clause('2020-07-13', cite(DOCUMENT, '第二十一条')),
  trialUntil: clause('2021-07-12', cite(DOCUMENT, '第二十一条')),
};
