import { type EarlierRating, rated } from './earlier-ratings';

/** What needs no version of anything. */
export type PlainAct =
  | { readonly door: 'staff'; readonly clue: string }
  | { readonly door: 'staff'; readonly appeal: object }
  | { readonly door: 'citizen'; readonly objection: string }
  | { readonly door: 'citizen'; readonly verdict: string; readonly words: string };

/** What somebody did about a ticket or an appeal, through his own door, with the clock put back so many days. */
export type EarlierAct = { readonly openid: string; readonly daysAgo: number } & (
  | { readonly door: 'staff'; readonly step: object }
  | { readonly door: 'staff'; readonly review: object }
  | PlainAct
);

/** A bad rating and what was done about it since: nothing here writes a ticket itself. */
export type EarlierTicket = { readonly rating: EarlierRating; readonly acts: readonly EarlierAct[] };

/** Who handles, who verifies, in either place. */
export const TAIQIAN = { liaison: 'demo-liaison-taiqian-unit', supervisor: 'demo-supervisor-taiqian' } as const;
export const CHAOZHOU = { liaison: 'demo-liaison-chaozhou-unit', supervisor: 'demo-supervisor-chaozhou' } as const;
export type Officials = typeof TAIQIAN | typeof CHAOZHOU;

export const does = (openid: string, daysAgo: number, step: object): EarlierAct => ({
  openid,
  daysAgo,
  door: 'staff',
  step,
});
const judges = (rater: string, daysAgo: number, verdict: string, words = ''): EarlierAct => ({
  ...{ openid: `demo-${rater}`, daysAgo, door: 'citizen' },
  ...{ verdict, words },
});

export const accepted = ({ liaison }: Officials, daysAgo: number) => [does(liaison, daysAgo, { move: 'accept' })];
export const reached = ({ liaison }: Officials, daysAgo: number, finding: string, note: string) => [
  does(liaison, daysAgo, { move: 'recordAttempt', outcome: 'reached', note: '评价人说明了经过' }),
  does(liaison, daysAgo, { move: 'recordFollowUp', finding, note }),
];
const classified = ({ liaison }: Officials, daysAgo: number, cause: string, isComplex = false) => [
  does(liaison, daysAgo, { move: 'classify', cause, isComplex }),
];
const submitted = ({ liaison }: Officials, daysAgo: number, measures: string, reply: string) => [
  does(liaison, daysAgo, { move: 'submitRectification', measures, reply }),
];
const verified = ({ supervisor }: Officials, daysAgo: number) => [does(supervisor, daysAgo, { move: 'verify' })];

/** From 签收 to 审核通过, the last of it so many days ago. */
const putRight = (who: Officials, daysAgo: number, cause: string, finding: string, measures: string, reply: string) => [
  ...accepted(who, daysAgo + 0.9),
  ...reached(who, daysAgo + 0.7, 'substantiated', finding),
  ...classified(who, daysAgo + 0.6, cause),
  ...submitted(who, daysAgo + 0.2, measures, reply),
  ...verified(who, daysAgo),
];

/** 工单 in every state, in both places. */
export const EARLIER_TICKETS: readonly EarlierTicket[] = [
  // 待签收, late: told to the unit by the clock.
  { rating: rated('neighbor-20', 'tq04', 2, '209', '退休审核的材料交了，一直没有回音。', 9), acts: [] },
  // 待派单, after a redirection.
  {
    rating: rated('neighbor-21', 'tq04', 2, '', '问的是医保报销，窗口说不归他们管，也不说归谁管。', 1.2),
    acts: [does(TAIQIAN.liaison, 1, { move: 'redirect', reason: '反映的是医保报销，应由县医疗保障局办理' })],
  },
  // 待回访: nobody answers the phone yet.
  {
    rating: rated('neighbor-22', 'tq04', 1, '113', '叫号叫到了，窗口没有人。', 1.5),
    acts: [
      ...accepted(TAIQIAN, 1.2),
      does(TAIQIAN.liaison, 1.1, { move: 'recordAttempt', outcome: 'noAnswer', note: '响铃一分钟，无人接听' }),
    ],
  },
  // 整改中, with an extension asked for.
  {
    rating: rated('neighbor-23', 'tq04', 2, '211', '网上预约的号，窗口的电脑里查不到。', 3),
    acts: [
      ...accepted(TAIQIAN, 2.8),
      ...reached(TAIQIAN, 2.6, 'substantiated', '预约系统和叫号系统没有接通'),
      ...classified(TAIQIAN, 2.5, 'system', true),
      does(TAIQIAN.liaison, 2.4, { move: 'plan', plan: '请系统厂家接通接口，接通前由导办台人工登记' }),
      does(TAIQIAN.liaison, 1, { move: 'askExtension', reason: '厂家排期在下周', days: 5 }),
    ],
  },
  // 整改中, sent back.
  {
    rating: rated('neighbor-24', 'tq04', 2, '207', '同一件事三个人说了三种办法。', 4),
    acts: [
      ...accepted(TAIQIAN, 3.8),
      ...reached(TAIQIAN, 3.5, 'partly', '两名新到岗人员不熟悉流程'),
      ...classified(TAIQIAN, 3.4, 'process'),
      ...submitted(TAIQIAN, 2, '已批评教育', '已批评教育有关人员。'),
      does(TAIQIAN.supervisor, 1.5, { move: 'sendBack', reason: '没有说明怎样防止再发生，请补充' }),
    ],
  },
  // 待审核.
  {
    rating: rated('neighbor-25', 'tq04', 2, '210', '同样的表在两个窗口各填了一遍。', 2.5),
    acts: [
      ...accepted(TAIQIAN, 2.3),
      ...reached(TAIQIAN, 2, 'substantiated', '两个窗口用的是两套表'),
      ...classified(TAIQIAN, 1.9, 'material'),
      ...submitted(TAIQIAN, 0.8, '两张表合成一张，两个窗口通用', '两张表已经合成一张，以后只填一次。谢谢您指出来。'),
    ],
  },
  // 待评定: the visitor judges as 王女士, or as 陈先生.
  {
    rating: rated('citizen-1', 'tq04', 2, '212', '约的是上午九点，十点半才轮到。', 3),
    acts: putRight(
      ...([TAIQIAN, 1, 'process', '上午只开了一个窗口'] as const),
      '每天上午加开一个窗口，张贴了公示',
      '上午已加开一个窗口，预约的群众到点即办。让您久等了，请谅解。',
    ),
  },
  {
    rating: rated('citizen-2', 'cz05', 2, '208', '材料清单和网上写的不一样，跑了两趟。', 3),
    acts: putRight(
      ...([CHAOZHOU, 1, 'material', '网上的办事指南没有更新'] as const),
      '网上办事指南已改成与窗口一致',
      '网上的材料清单已经改好，与窗口一致。耽误您跑了两趟，请谅解。',
    ),
  },
  // 已办结, satisfied; and by itself, for nobody judged.
  {
    rating: rated('neighbor-26', 'tq04', 1, '115', '问一句就不耐烦。', 8),
    acts: [
      ...putRight(
        ...([TAIQIAN, 5, 'attitude', '录像显示确有此事'] as const),
        '当事人作了检查，大厅重学服务规范',
        '当事人已当面检查，我们向您道歉。',
      ),
      judges('neighbor-26', 4, 'satisfied', '有回音就好'),
    ],
  },
  {
    rating: rated('neighbor-27', 'cz05', 2, '214', '打电话问三次，三个说法。', 14),
    acts: putRight(
      ...([CHAOZHOU, 11, 'process', '咨询电话由不同的人接听'] as const),
      '编了统一的解答口径',
      '咨询电话已统一口径，今后由专人答复。',
    ),
  },
  // 不满意 → 重新办理 → 还在整改.
  {
    rating: rated('neighbor-28', 'cz05', 1, '109', '一次性告知单上没有的材料，到窗口才说要。', 6),
    acts: [
      ...putRight(...([CHAOZHOU, 3, 'material', '告知单漏印一项'] as const), '告知单已重印', '告知单已经重印。'),
      judges('neighbor-28', 2, 'dissatisfied', '重印的还是少一项'),
    ],
  },
  // What may be a clue: one was transferred, the other waits for somebody to notice.
  {
    rating: rated('neighbor-29', 'tq04', 1, '', '办社保卡的人暗示要给好处费才能快办。', 2),
    acts: [
      ...accepted(TAIQIAN, 1.8),
      { openid: TAIQIAN.supervisor, daysAgo: 1.5, door: 'staff', clue: '反映窗口人员索要好处费，涉及具体的人和事' },
    ],
  },
  { rating: rated('neighbor-30', 'tq06', 1, '', '有人在门口说塞个红包就能插队。', 0.5), acts: [] },
];
