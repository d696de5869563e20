import { APPEAL_STATE_LABELS } from '@shared/domain/appeal-labels';
import type { AppealState } from '@shared/domain/appeal-table';
import { type Instant, sayDay, sayMoment, sayMonth } from '@shared/kernel/time';
import type { Output } from '../../api/actions';
import { awaitedMove, isAsked, type Stage, type ToldItem } from './told-stage';

type Appeal = NonNullable<Output<'appeal.showMine'>['appeal']>;

/** The day where that many were served that it tells nobody apart, else the month. */
export const sayWhen = ({ on, month }: Pick<ToldItem, 'on' | 'month'>): string =>
  on === null ? sayMonth(month) : sayDay(on);

const by = (dueAt: Instant | null, then: string): string => (dueAt === null ? then : `${sayMoment(dueAt)} 前${then}`);

export const STAGE_HEADINGS: Readonly<Record<Stage, string>> = {
  statement: '请您说明情况',
  mayAppeal: '可以申诉',
  appealed: '申诉中',
  over: '已有结果或期限已过',
};

/** 单位请您说明情况, by when. */
export const sayAsked = (dueAt: Instant | null, now: Instant): string =>
  dueAt !== null && now > dueAt
    ? `单位请您在 ${sayMoment(dueAt)} 前说明情况，时间已过，仍请尽快说明。`
    : dueAt === null
      ? '单位请您说明情况。'
      : `单位请您在 ${sayMoment(dueAt)} 前说明情况。`;

const OWN_MOVES = { insist: '请您决定是否坚持', supplement: '请您补充材料' } as const;

const sayAppealed = (appeal: NonNullable<ToldItem['appeal']>): string => {
  const awaited = awaitedMove(appeal);
  const label = `申诉：${APPEAL_STATE_LABELS[appeal.state]}`;
  if (awaited === 'insist' || awaited === 'supplement') return `${label}，${OWN_MOVES[awaited]}`;
  return appeal.moves.includes('renew') ? `${label}，有新证据的可以再次申诉` : label;
};

/** Where it stands and what can be done next, on one line of the list. */
export const sayNext = (told: ToldItem, now: Instant): string => {
  if (isAsked(told)) return sayAsked(told.statement?.dueAt ?? null, now);
  if (told.appeal) return sayAppealed(told.appeal);
  return told.mayAppeal ? `${by(told.appealUntil, '可以申诉')}` : '申诉的期限已过';
};

const WAITS: Readonly<Record<AppealState, (appeal: Appeal) => string>> = {
  awaitingUnit: ({ unit, bureau }) =>
    `${unit ?? '单位'}正在核实，会写明单位意见。逾期没有意见的，直接送${bureau}复核。`,
  refusedByUnit: ({ unit, bureau }) =>
    `${unit ?? '单位'}不同意报送。您坚持申诉的，照样送${bureau}复核；到期没有坚持的，申诉失效。`,
  awaitingReview: ({ bureau, decision }) =>
    decision?.grants
      ? `评价人提出了异议，由${bureau}没有参与原裁定的人另行复核。`
      : `${bureau}正在复核，采纳或者驳回都由两个人决定。`,
  returned: ({ bureau }) => `${bureau}请您补充证据。到期没有补充的，申诉失效。`,
  awaitingSecond: ({ bureau }) => `${bureau}已经有人提出裁定，等另一个人确认。`,
  granted: () => '这条评价不予采纳，不计入统计，差评工单终止。评价人可以提出一次异议。',
  reportedUp: () => '这条评价不予采纳，不计入统计，已经报送市里修正。',
  corrected: () => '这条评价不予采纳，不计入统计，市里已经修正。',
  denied: () => '申诉没有采纳，这条评价有效。',
  withdrawn: () => '您撤回了申诉，这条评价有效。',
  lapsed: () => '到期没有答复，申诉失效，这条评价有效。',
};

/** What happens now, as the clerk reads it on the page of his appeal. */
export const sayAppealNow = (appeal: Appeal): string => {
  const said = WAITS[appeal.state](appeal);
  return appeal.moves.includes('renew') ? `${said}有新证据的，${by(appeal.answerBy, '可以再次申诉一次')}。` : said;
};
