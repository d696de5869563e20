import type { AppealReason, EvidenceKind } from '@shared/domain/appeal';
import { rated } from './earlier-ratings';
import {
  accepted,
  CHAOZHOU,
  does,
  type EarlierAct,
  type EarlierTicket,
  type Officials,
  reached,
  TAIQIAN,
} from './earlier-tickets';

/** Who was rated, who answers for his unit, and the two who review. */
type Cast = Officials & {
  readonly clerk: string;
  readonly window: string;
  readonly first: string;
  readonly second: string;
};

const TQ: Cast = {
  ...TAIQIAN,
  ...{ clerk: 'demo-clerk-taiqian', window: 'tq03' },
  ...{ first: 'demo-second-supervisor-taiqian', second: TAIQIAN.supervisor },
};
const CZ: Cast = {
  ...CHAOZHOU,
  ...{ clerk: 'demo-clerk-chaozhou', window: 'cz04' },
  ...{ first: 'demo-second-supervisor-chaozhou', second: CHAOZHOU.supervisor },
};

const reviews = (openid: string, daysAgo: number, review: object): EarlierAct => ({
  ...{ openid, daysAgo, door: 'staff', review },
});

/** 提出申诉, with where its evidence is found. */
const appealed = (
  { clerk }: Cast,
  daysAgo: number,
  reason: AppealReason,
  words: string,
  kind: Exclude<EvidenceKind, 'photo'>,
  where: string,
): EarlierAct => ({
  ...{ openid: clerk, daysAgo, door: 'staff' },
  appeal: { reason, words, evidence: [{ kind, words: where }] },
});

const endorsed = ({ liaison }: Cast, daysAgo: number, words: string) =>
  reviews(liaison, daysAgo, { move: 'endorse', words });
const proposedGrant = ({ first }: Cast, daysAgo: number, reason: AppealReason, words: string) =>
  reviews(first, daysAgo, { move: 'proposeGrant', reason, words });
const proposedDenial = ({ first }: Cast, daysAgo: number, isExplanation: boolean, words: string) =>
  reviews(first, daysAgo, { move: 'proposeDenial', isExplanation, words });
const granted = ({ second }: Cast, daysAgo: number) => reviews(second, daysAgo, { move: 'confirmGrant' });
const denied = ({ second }: Cast, daysAgo: number) => reviews(second, daysAgo, { move: 'confirmDenial' });

/** 签收、联系、回访结论: what the unit found before the clerk appealed. */
const lookedInto = (cast: Cast, daysAgo: number, finding: string, note: string) => [
  ...accepted(cast, daysAgo),
  ...reached(cast, daysAgo - 0.4, finding, note),
];

const statementAsked = (cast: Cast, daysAgo: number) => [
  ...accepted(cast, daysAgo + 0.4),
  does(cast.liaison, daysAgo, { move: 'askStatement' }),
];

/** 申诉 in every state of interest, and a 情况说明 that is waited for, in both places; all of the two clerks among the personas. */
export const EARLIER_APPEALS: readonly EarlierTicket[] = [
  // 请说明情况.
  { rating: rated('neighbor-31', TQ.window, 2, '209', '打了两次电话才有人接。', 2), acts: statementAsked(TQ, 1.3) },
  // 待单位审核.
  {
    rating: rated('neighbor-32', TQ.window, 2, '', '税务那边的打印机坏了半天，没有人管。', 4),
    acts: [
      ...accepted(TQ, 3.6),
      appealed(
        TQ,
        1.2,
        'wrongTarget',
        '说的是税务窗口的打印机，不是本窗口。',
        'caseLog',
        '大厅设备报修单，当天上午，税务区',
      ),
    ],
  },
  // 单位未同意.
  {
    rating: rated('neighbor-33', TQ.window, 1, '115', '说话没有好气。', 6),
    acts: [
      ...lookedInto(TQ, 5.6, 'substantiated', '录像里有不耐烦的话'),
      appealed(TQ, 3, 'unrelated', '我当时没有说不好听的话。', 'caseLog', '叫号系统，当天下午，3号窗口'),
      reviews(TQ.liaison, 1, { move: 'refuse', words: '录像里确实有不耐烦的话，与服务有关，不属于这个理由。' }),
    ],
  },
  // 待复核.
  {
    rating: rated('neighbor-34', TQ.window, 1, '', '服务很好，一趟办成，谢谢！', 7),
    acts: [
      ...lookedInto(TQ, 6.6, 'unsubstantiated', '评价人说是点错了等级'),
      appealed(
        TQ,
        4.5,
        'mistap',
        '写的是表扬，等级是非常不满意。',
        'recording',
        '回访录音，第二天上午，责任人员的座机',
      ),
      endorsed(TQ, 2, '回访时评价人说点错了，同意报送。'),
    ],
  },
  // 待确认.
  {
    rating: rated('neighbor-35', TQ.window, 2, '', '门面房出租，有意者到路口看招牌。', 9),
    acts: [
      ...lookedInto(TQ, 8.6, 'unsubstantiated', '评价人没有在本窗口办过事'),
      appealed(TQ, 6.5, 'unrelated', '内容是广告，与办事无关。', 'caseLog', '叫号系统当天没有这个号的办理记录'),
      endorsed(TQ, 5, '核对了叫号记录，同意报送。'),
      proposedGrant(TQ, 1, 'unrelated', '内容是出租广告，没有提到任何办事经过。'),
    ],
  },
  // 采纳: 王女士 may still object.
  {
    rating: rated('citizen-1', TQ.window, 2, '', '上次来交材料，人说话急，听不清。', 12),
    acts: [
      ...lookedInto(TQ, 11.6, 'partly', '评价人说的是上个月的一次'),
      appealed(
        TQ,
        9.5,
        'otherService',
        '说的是上一次，这一次当场就办好了。',
        'caseLog',
        '业务系统，本次受理和办结都在当天',
      ),
      endorsed(TQ, 8, '办件记录与本人说的一致，同意报送。'),
      proposedGrant(TQ, 4, 'otherService', '办件记录显示，评价说的经过不在这一次。'),
      granted(TQ, 1.2),
    ],
  },
  // 已报市修正.
  {
    rating: rated('neighbor-36', TQ.window, 1, '', '医保窗口说系统坏了，让我改天来。', 13),
    acts: [
      ...lookedInto(TQ, 12.6, 'unsubstantiated', '评价人说的是医保窗口'),
      appealed(
        TQ,
        10.5,
        'wrongTarget',
        '说的是医保窗口，不是社保窗口。',
        'caseLog',
        '叫号系统，当天取的是医保窗口的号',
      ),
      endorsed(TQ, 9, '叫号记录是医保窗口，同意报送。'),
      proposedGrant(TQ, 6, 'wrongTarget', '叫号记录显示，评价人当天在医保窗口办事。'),
      granted(TQ, 4),
      reviews(TQ.second, 3, { move: 'reportUp', words: '请修正统计，这条评价不计入3号窗口。' }),
    ],
  },
  // 驳回.
  {
    rating: rated('neighbor-37', TQ.window, 2, '212', '排了一个半小时。', 11),
    acts: [
      ...lookedInto(TQ, 10.6, 'substantiated', '当天叫号系统有故障，排队确实久'),
      appealed(TQ, 8.5, 'systemFault', '那天叫号系统卡了，不能怪窗口。', 'caseLog', '叫号系统运维记录，当天上午'),
      endorsed(TQ, 7, '当天确有故障，请复核机构认定。'),
      proposedDenial(TQ, 4, false, '出故障的是叫号系统，不是评价系统；排队久确有其事，评价有效。'),
      denied(TQ, 2),
    ],
  },
  // 请说明情况.
  { rating: rated('neighbor-31', CZ.window, 2, '214', '两次问的说法不一样。', 2), acts: statementAsked(CZ, 1.3) },
  // 待补充证据.
  {
    rating: rated('neighbor-32', CZ.window, 1, '', '替别人来评的，听说这里不好办。', 8),
    acts: [
      ...lookedInto(CZ, 7.6, 'unsubstantiated', '评价人说是替别人评的'),
      appealed(CZ, 5.5, 'impersonation', '评价的人没有来办过事。', 'caseLog', '业务系统当天没有这位评价人的受理记录'),
      endorsed(CZ, 4, '系统里查不到，同意报送。'),
      reviews(CZ.first, 1.2, { move: 'returnForEvidence', words: '请补充当天的排队录像，说明取号的是谁。' }),
    ],
  },
  // 待复核.
  {
    rating: rated('neighbor-33', CZ.window, 2, '', '很满意，年轻人很耐心。', 6),
    acts: [
      ...lookedInto(CZ, 5.6, 'unsubstantiated', '评价人说点错了等级'),
      appealed(CZ, 3.5, 'mistap', '写的是满意，等级点成了不满意。', 'recording', '回访录音，签收当天下午'),
      endorsed(CZ, 2, '与回访说的一致，同意报送。'),
    ],
  },
  // 采纳: 陈先生 may still object.
  {
    rating: rated('citizen-2', CZ.window, 2, '', '供水的事跑了两趟，两边都说不归自己。', 12),
    acts: [
      ...lookedInto(CZ, 11.6, 'unsubstantiated', '评价人说的是供水报装'),
      appealed(
        CZ,
        9.5,
        'wrongTarget',
        '说的是供水报装，不归本窗口办。',
        'caseLog',
        '业务系统，本窗口当天只为他办了执照变更',
      ),
      endorsed(CZ, 8, '本窗口不办供水，同意报送。'),
      proposedGrant(CZ, 5, 'wrongTarget', '评价说的是供水报装，不是市场监管窗口的事。'),
      granted(CZ, 2),
    ],
  },
  // 待复核 anew, after the rater's objection: the two who decided step aside.
  {
    rating: rated('neighbor-34', CZ.window, 1, '109', '材料清单改了没有告诉我。', 13),
    acts: [
      ...lookedInto(CZ, 12.6, 'partly', '评价人说清单上多了一项'),
      appealed(CZ, 10.5, 'otherService', '说的是去年那次，今年的清单没有改。', 'caseLog', '办事指南的修改记录'),
      endorsed(CZ, 9, '指南今年没有改过，同意报送。'),
      proposedGrant(CZ, 6, 'otherService', '办事指南今年没有修改记录。'),
      granted(CZ, 4),
      {
        ...{ openid: 'demo-neighbor-34', daysAgo: 2, door: 'citizen' },
        objection: '说的就是这一次，窗口给我的纸上多了一项。',
      },
    ],
  },
  // 驳回, 解释说明.
  {
    rating: rated('neighbor-35', CZ.window, 1, '', '没有带身份证就不给办，太死板。', 11),
    acts: [
      ...lookedInto(CZ, 10.6, 'unlawfulDemand', '登记须核验身份证件，已向评价人解释'),
      appealed(CZ, 8.5, 'unrelated', '没有身份证件依规定不能登记。', 'caseLog', '业务系统的一次性告知记录'),
      endorsed(CZ, 7, '已解释，同意报送。'),
      proposedDenial(CZ, 4, true, '依规定登记须核验身份证件，已向评价人解释；说的是这次服务，评价有效。'),
      denied(CZ, 2),
    ],
  },
];
