import { type Day, dayOf, type Instant } from '../kernel/time';
import type { Appeal, AppealEntry, AppealStep, Ruling, UnitOpinion } from './appeal';
import { clockByDay, type DeadlineByDay, deadlineByDay, type StepClockByDay } from './deadline-by-day';

/** With the day of what was done, without the moment and the person who did it: he is for the rules and the audit. A union stays one. */
type ByDay<T> = T extends { readonly at: Instant } ? Omit<T, 'at' | 'staffId' | 'by'> & { readonly on: Day } : never;

type AsItIs = Pick<
  Appeal,
  | ('appealNo' | 'state' | 'version' | 'unitId' | 'bureauId' | 'firstBureauId' | 'reportedTo' | 'routedBy')
  | ('reason' | 'words' | 'evidence' | 'renewals' | 'dueAt')
>;

/** 申诉 as those see it who handle, review or correct it: days, and posts instead of persons. */
export type AppealByDay = AsItIs & {
  readonly filedOn: Day;
  readonly opinion: ByDay<UnitOpinion> | null;
  readonly ruling: ByDay<Ruling> | null;
  readonly decision: { readonly ruling: ByDay<Ruling>; readonly on: Day } | null;
  readonly objection: { readonly words: string; readonly on: Day } | null;
  readonly answerBy: DeadlineByDay | null;
  readonly clock: StepClockByDay<AppealStep> | null;
  readonly history: readonly (ByDay<AppealEntry> & { readonly post: string })[];
};

const byDay = <T extends { readonly at: Instant; readonly staffId?: unknown }>({
  at,
  staffId: _,
  ...rest
}: T): ByDay<T> => ({ ...rest, on: dayOf(at) }) as ByDay<T>;

export const appealByDay = (appeal: Appeal): AppealByDay => {
  const { filedAt, opinion, ruling, decision, objection, answerBy, clock, history } = appeal;
  const { appealNo, state, version, unitId, bureauId, firstBureauId, reportedTo, routedBy } = appeal;
  const { reason, words, evidence, renewals, dueAt } = appeal;
  return {
    ...{ appealNo, state, version, unitId, bureauId, firstBureauId, reportedTo, routedBy },
    ...{ reason, words, evidence, renewals, dueAt },
    filedOn: dayOf(filedAt),
    opinion: opinion && byDay(opinion),
    ruling: ruling && byDay(ruling),
    decision: decision && { ruling: byDay(decision.ruling), on: dayOf(decision.at) },
    objection: objection && { words: objection.words, on: dayOf(objection.at) },
    answerBy: answerBy && deadlineByDay(answerBy),
    clock: clock && clockByDay(clock),
    history: history.map(({ at, what, words: said, by }) => ({ what, words: said, post: by.post, on: dayOf(at) })),
  };
};
