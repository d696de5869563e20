import type { IdentityRules, RealName } from '../../domain/identity';
import { type Clause, cite, clause, propose } from '../../kernel/clause';
import { year2024 } from '../calendar/2024';
import { year2025 } from '../calendar/2025';
import { year2026 } from '../calendar/2026';
import type { PolicyProfile } from '../profile';
import { OPINION_2019 } from '../sources';
import { national2 } from '../tags/national-2';
import { nationalAppeal } from './national-appeal';
import { nationalTicket } from './national-ticket';

/** One clause on 实名 that holds for every channel and level. */
export const alwaysReal = (same: Clause<RealName>): IdentityRules['demand'] => {
  const levels = {
    verySatisfied: same,
    satisfied: same,
    basicallySatisfied: same,
    dissatisfied: same,
    veryDissatisfied: same,
  };
  return { windowCode: levels, ownService: levels };
};

/**
 * What every place starts from. The State Council's opinion sets the frame and hardly a figure; its later sections were
 * not at hand, so what they are said to hold stands here as a proposal until somebody reads them.
 */
export const national: PolicyProfile = {
  id: 'national',
  version: '2019',
  title: OPINION_2019.document,
  place: '全国',
  inForceFrom: clause('2019-12-03', cite(OPINION_2019.document, '成文日期')),
  rating: {
    scores: clause(
      { verySatisfied: 10, satisfied: 8, basicallySatisfied: 6, dissatisfied: 3, veryDissatisfied: 0 },
      propose('国家层面未见分值；取台前县考核细则第七条的分值，潮州市2020年工作细则（据报道）相同'),
    ),
    badLevels: clause(
      ['dissatisfied', 'veryDissatisfied'],
      propose('国家文件相应段落未取得；德州市2020年工作方案规定后两个等级为差评'),
    ),
    badRatingNeedsReason: clause(
      true,
      propose('国家文件相应段落未取得；台前县考核细则第七条、德州市2020年工作方案均要求选标签或填原因'),
    ),
    commentMaxCharacters: clause(500, propose('法规未规定字数；在用系统见到150字，放宽到500字以便说清事实')),
    photosMax: clause(9, propose('法规未规定张数；取微信一次最多可选的9张')),
    walkInsPerWindowDay: clause(
      3,
      propose('法规未规定；一人一日在同一窗口超过3次且没有办件证明的，先隔离核查，不拒收'),
    ),
    ratingsPerAccountDay: clause(10, propose('法规未规定；一个微信一日超过10次的，先隔离核查，不拒收')),
    walkInsPerCodeHour: clause(60, propose('法规未规定；一个窗口一小时很难办完60件，超过的先隔离核查，不拒收')),
    formHolds: clause(24, propose('法规未规定；没有网络时最迟第二天补交，取24小时，过后评给提交时的当班人员')),
    changeWithin: clause(24, propose('法规未规定修改；误触等级的一天之内想得起来，取24小时，此前的差评仍算发生过')),
    changesAtMost: clause(1, propose('法规未规定修改；取一次为限，免得被人反复要求改评价')),
  },
  oneServiceOneRating: clause(
    true,
    cite(OPINION_2019.document, '关于现场服务“一次一评”、网上服务“一事一评”的规定（据新华社报道，条款序号未核对）'),
  ),
  defaultRating: clause(null, propose('国家层面未见默认评价的规定；不评价就没有评价')),
  identity: {
    demand: alwaysReal(clause('encouraged', propose('国家层面未见一律实名的规定；各地细则另行规定'))),
    enough: clause('phone', propose('国家层面未规定怎样算实名；手机号已由运营商实名登记，取手机号以上')),
    methods: clause(
      ['wechatPhone', 'idNumber', 'province', 'face'],
      propose('法规未规定方式；从收集个人信息最少的排起，人脸不作为唯一方式'),
    ),
    openedAlone: clause(
      ['contact'],
      propose('国务院意见要求规范信息查询权限，未见具体规定；回访所需的称呼和手机号由经办人员查看，其余须经第二人同意'),
    ),
  },
  ticket: nationalTicket,
  appeal: nationalAppeal,
  integrity: {
    sameNetwork: clause(3, propose('法规未规定；一家人、一个大厅常共用网络，3条以上才提示复核人留意')),
    series: clause({ ratings: 5, minutes: 5 }, propose('法规未规定；一个窗口前后5分钟很难办完5件，取5条')),
    quick: clause(10, propose('法规未规定；10秒之内很难看清窗口、选好等级，误触的可能大一些')),
    repeatPair: clause(
      { ratings: 3, days: 90 },
      propose('法规未规定；同一人90天内评同一位工作人员3次以上的，请复核人看看前后的办件'),
    ),
  },
  workingTime: {
    calendar: [year2024, year2025, year2026],
    officeHours: clause(
      { start: '08:30', end: '17:30' },
      propose('办公时间由各大厅自行公布，当地公布的时间尚未取得；取常见的8:30至17:30'),
    ),
  },
  tags: national2,
};
