import type { RatingLevel } from '@shared/domain/rating';

/**
 * What was rated before the visitor came. Each one is submitted through the citizens' door like any other rating: nothing
 * here writes a rating, a ticket or a message itself.
 */
export type EarlierRating = {
  readonly openid: string;
  /** A service of the rater's own case `caseNo#serviceNo`, or the window whose code he scanned. */
  readonly target: string;
  readonly level: RatingLevel;
  readonly tags: readonly string[];
  readonly comment: string;
  /** Handed in with the clock put back so far; 0 is now. */
  readonly daysAgo: number;
};

const LEVELS: Readonly<Record<number, RatingLevel>> = {
  5: 'verySatisfied',
  4: 'satisfied',
  3: 'basicallySatisfied',
  2: 'dissatisfied',
  1: 'veryDissatisfied',
};

export const rated = (
  rater: string,
  target: string,
  points: number,
  tags = '',
  comment = '',
  daysAgo = 0,
): EarlierRating => ({
  openid: `demo-${rater}`,
  target,
  level: LEVELS[points] ?? 'satisfied',
  tags: tags === '' ? [] : tags.split(' '),
  comment,
  daysAgo,
});

/** Of the two clerks among the personas: enough, and early enough, for batches of them to be shown (decision 0010). */
const CLERKS_OWN: readonly EarlierRating[] = [
  rated('neighbor-9', 'tq03', 5, '517', '一次就说清楚了，还帮着复印。', 6),
  rated('neighbor-10', 'tq03', 4, '408', '', 6),
  rated('neighbor-11', 'tq03', 5, '510', '', 6),
  rated('neighbor-12', 'tq03', 2, '209', '催了两次才办，电话13800138000一直没人回。', 5),
  rated('neighbor-13', 'tq03', 4, '', '', 5),
  rated('neighbor-14', 'tq03', 5, '517 510', '人很和气。', 4),
  rated('neighbor-15', 'tq03', 3, '309', '', 4),
  rated('neighbor-16', 'tq03', 4, '408', '不用排队，就是找不到停车的地方。', 3),
  rated('neighbor-17', 'tq03', 5, '', '', 3),
  rated('neighbor-18', 'tq03', 1, '115', '中午提前下班，白跑一趟。', 2),
  rated('neighbor-19', 'tq03', 5, '512', '', 1),
  rated('neighbor-9', 'cz04', 4, '410', '', 5),
  rated('neighbor-10', 'cz04', 5, '513', '材料一次收齐，当天就拿到了。', 5),
  rated('neighbor-11', 'cz04', 3, '307', '', 4),
  rated('neighbor-12', 'cz04', 5, '', '', 3),
  rated('neighbor-13', 'cz04', 2, '208', '网上写的材料和窗口要的不一样。', 2),
  rated('neighbor-14', 'cz04', 4, '', '', 1),
];

export const EARLIER_RATINGS: readonly EarlierRating[] = [
  ...CLERKS_OWN,
  rated('citizen-1', 'TQ20260004#1', 4, '408'),
  rated('citizen-1', 'TQ20260002#1', 5, '510 517', '一个窗口就办好了，讲得很清楚。'),
  rated('citizen-1', 'tq03', 2, '210', '户口本复印件交了两次，第二次去又要。'),
  rated('citizen-2', 'CZ20260003#1', 3, '307'),
  rated('neighbor-5', 'cz05', 1, '109', '办事指南上没有写要租赁合同原件，来了才说。'),
  rated('citizen-2', 'CZ20260005#1', 5, '510'),
  rated('citizen-3', 'TQ20260008#1', 4, '413'),
  rated('citizen-3', 'CZ20260007#1', 2, '', '来了两趟都没有人，门上没有贴办公时间。'),
  rated('neighbor-1', 'tq01', 5, '517'),
  rated('neighbor-1', 'tq04', 2, '209', '说好五个工作日，十天了还没有消息。'),
  rated('neighbor-1', 'tq05', 5),
  rated('neighbor-1', 'tq10001', 4, '411'),
  rated('neighbor-2', 'tq01', 2, '212', '网上约好了时间，到了还要重新排队取号。'),
  rated('neighbor-2', 'tq07', 1, '113', '三个窗口来回跑，没有人说先到哪一个。'),
  rated('neighbor-2', 'tq09', 5, '512'),
  rated('neighbor-2', 'tq10101', 4),
  rated('neighbor-3', 'tq03', 1, '115', '排队一个多小时，问一句就不耐烦。'),
  rated('neighbor-3', 'tq07', 2, '208'),
  rated('neighbor-3', 'tq10', 4, '412'),
  rated('neighbor-3', 'tq10020101', 2, '213', '代办的事说不清楚，让我自己去县里问。'),
  rated('neighbor-4', 'tq10001', 2, '211', '网上显示可以办，提交了好几次都失败。'),
  rated('neighbor-4', 'tq10201', 5, '515'),
  rated('neighbor-4', 'tq20501', 2, '207'),
  rated('neighbor-4', 'tq06', 3, '309'),
  rated('neighbor-4', 'tq20020101', 5, '515', '就在村里办了，不用去县城。'),
  rated('neighbor-5', 'cz01', 5, '513'),
  rated('neighbor-5', 'cz04', 2, '209'),
  rated('neighbor-5', 'cz09', 2, '208', '材料清单和网上的不一样。'),
  rated('neighbor-5', 'xq01', 4, '410'),
  rated('neighbor-6', 'cz04', 1, '108', '临时加了一个证明，指南里没有。'),
  rated('neighbor-6', 'cz10', 2, '214', '过户手续问了三次，三个说法。'),
  rated('neighbor-6', 'xq00701', 2, '213'),
  rated('neighbor-6', 'ca11001', 5, '517'),
  rated('neighbor-7', 'xq02', 2, '210', '同一张表填了两遍。'),
  rated('neighbor-7', 'xq05', 1, '110', '高龄津贴申请交了两个月没有答复。'),
  rated('neighbor-7', 'ca03', 2, '212'),
  rated('neighbor-7', 'rp01', 5, '510'),
  rated('neighbor-8', 'xq00702', 4, '413'),
  rated('neighbor-8', 'fq01', 2, '211', '承诺全程网办，最后还是要跑一趟。'),
  rated('neighbor-8', 'fx01', 5, '514'),
  rated('neighbor-8', 'cz06', 4, '408'),
  rated('neighbor-8', 'xq00700201', 3, '314'),
];
