import type { AppealMove, AppealState } from '@shared/domain/appeal-table';
import type { Output } from '../../api/actions';

export type ToldItem = Output<'appeal.mine'>['items'][number];

/** What a bad rating asks of the clerk, the most pressing first. */
export const STAGES = ['statement', 'mayAppeal', 'appealed', 'over'] as const;
export type Stage = (typeof STAGES)[number];

/** 申诉 with a result, or without one for good. */
const ENDED: readonly AppealState[] = ['granted', 'reportedUp', 'corrected', 'denied', 'withdrawn', 'lapsed'];

/** 单位请您说明情况, and he has not yet. */
export const isAsked = ({ statement, mayState }: Pick<ToldItem, 'statement' | 'mayState'>): boolean =>
  mayState && statement?.isAsked === true && statement.words === '';

/** Without these his appeal ends by itself. */
const MUST: Readonly<Partial<Record<AppealState, AppealMove>>> = { refusedByUnit: 'insist', returned: 'supplement' };

/** What his appeal waits for from himself; undefined when from others. */
export const awaitedMove = ({ state, moves }: NonNullable<ToldItem['appeal']>): AppealMove | undefined => {
  const move = MUST[state];
  return move && moves.includes(move) ? move : undefined;
};

export const stageOf = (told: ToldItem): Stage => {
  if (isAsked(told)) return 'statement';
  if (told.appeal === null) return told.mayAppeal ? 'mayAppeal' : 'over';
  return ENDED.includes(told.appeal.state) ? 'over' : 'appealed';
};

const isAwaited = ({ appeal }: ToldItem): boolean => appeal !== null && awaitedMove(appeal) !== undefined;

/** Whether the next thing is his to do. */
export const isHisTurn = (told: ToldItem): boolean =>
  isAwaited(told) || stageOf(told) === 'statement' || stageOf(told) === 'mayAppeal';

/** Those of one stage; of what is under appeal first what waits for himself. */
export const inStage = (stage: Stage, all: readonly ToldItem[]): readonly ToldItem[] => {
  const here = all.filter((told) => stageOf(told) === stage);
  return [...here.filter(isAwaited), ...here.filter((told) => !isAwaited(told))];
};
