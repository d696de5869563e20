import type { AppealState } from './appeal-table';
import type { AppealCapacity } from './visibility';

/** 申诉列表的筛选: what the caller can do something about, what is under way, what is over. Under way is what has a clock. */
export const APPEAL_FILTERS = ['todo', 'open', 'done'] as const;
export type AppealFilter = (typeof APPEAL_FILTERS)[number];

export const APPEAL_FILTER_LABELS: Readonly<Record<AppealFilter, string>> = {
  todo: '待办',
  open: '进行中',
  done: '已结束',
};

/** In which states each capacity has something to do, while a clock runs. */
export const TODO_STATES: Readonly<Record<AppealCapacity, readonly AppealState[]>> = {
  unit: ['awaitingUnit'],
  reviewer: ['awaitingReview', 'awaitingSecond', 'granted'],
  city: ['reportedUp'],
  onlooker: [],
};
