import type { Appeal } from '@shared/domain/appeal';
import {
  APPEAL_MOVE_LABELS,
  APPEAL_REASON_LABELS,
  APPEAL_SENTENCES,
  APPEAL_STATE_LABELS,
} from '@shared/domain/appeal-labels';
import {
  APPEAL_MOVERS,
  APPEAL_MOVES,
  APPEAL_STATES,
  APPEAL_TABLE,
  type AppealMove,
  type AppealState,
  appealMovesOf,
} from '@shared/domain/appeal-table';
import type { Instant } from '@shared/kernel/time';
import { IN_FORCE } from '@shared/policy/in-force';
import { national } from '@shared/policy/profiles/national';
import { DAY, MONDAY } from './a-ticket';
import { APPEAL_BY, anAppealIn, appealed, tryAppeal } from './an-appeal';

const LATER = MONDAY + 2 * DAY;

/** What a move needs besides its state; the appeal is then ready for it. */
const READY: Partial<Record<AppealMove, (appeal: Appeal) => Appeal>> = {
  confirmDenial: (appeal) => (appeal.state === 'awaitingSecond' ? proposed('proposeDenial') : appeal),
};
const proposed = (move: AppealMove): Appeal => appealed(anAppealIn('awaitingReview'), move, LATER);
const momentFor = (move: AppealMove, { nextAt }: Appeal): Instant =>
  move === 'escalate' || move === 'lapse' ? (nextAt ?? 0) + 1 : LATER + 1;
const rowFor = (state: AppealState, move: AppealMove) =>
  APPEAL_TABLE.filter((row) => row.from === state && row.move === move);

const cells = APPEAL_STATES.flatMap((state) =>
  APPEAL_MOVES.flatMap((move) => APPEAL_MOVERS.map((mover) => [state, move, mover] as const)),
);

describe('申诉：每一种状态、每一种操作、每一种人', () => {
  it.each(cells)('%s · %s · %s', (state, move, mover) => {
    const plain = anAppealIn(state);
    const appeal = READY[move]?.(plain) ?? plain;
    const [row] = rowFor(state, move);
    const by = row?.by === mover && mover === 'reviewer' ? undefined : APPEAL_BY[mover];
    const answer = tryAppeal(appeal, move, momentFor(move, appeal), by);
    if (!row) expect(answer).toEqual({ ok: false, code: 'appeal.moveNotAllowed' });
    else if (row.by !== mover) expect(answer).toEqual({ ok: false, code: 'appeal.moveNotYours' });
    else expect(answer).toMatchObject({ ok: true, value: { state: row.to, version: appeal.version + 1 } });
  });
});

describe('申诉的表本身', () => {
  it('一种状态里一种操作只有一行', () => {
    expect(new Set(APPEAL_TABLE.map(({ from, move }) => `${from}/${move}`)).size).toBe(APPEAL_TABLE.length);
  });

  it('每种操作都有用处，每种人都有事可做；从提出申诉走得到每一种状态', () => {
    expect(new Set(APPEAL_TABLE.map(({ move }) => move))).toEqual(new Set(APPEAL_MOVES));
    expect(new Set(APPEAL_TABLE.map(({ by }) => by))).toEqual(new Set(APPEAL_MOVERS));
    const reached = new Set<AppealState>(['awaitingUnit']);
    for (const state of reached) for (const row of APPEAL_TABLE) if (row.from === state) reached.add(row.to);
    expect(reached).toEqual(new Set(APPEAL_STATES));
  });

  it('没有决定的，谁不动都有定时任务，或者有人能动', () => {
    for (const state of APPEAL_STATES) {
      const { clock } = anAppealIn(state);
      const movers = APPEAL_MOVERS.filter((mover) => appealMovesOf(state, [mover]).length > 0);
      expect({ state, waits: clock === null || movers.includes('clock') }).toEqual({ state, waits: true });
    }
  });

  it('采纳只由第二人确认而来', () => {
    const granting = APPEAL_TABLE.filter(({ from, to }) => to === 'granted' && from !== 'granted');
    expect(granting.map(({ from, move, by }) => ({ from, move, by }))).toEqual([
      { from: 'awaitingSecond', move: 'confirmGrant', by: 'reviewer' },
      { from: 'reportedUp', move: 'declineCorrection', by: 'city' },
    ]);
  });
});

describe('申诉的名称和依据', () => {
  it('每种状态、操作、理由都有自己的名称和一句话', () => {
    for (const [labels, keys] of [
      [APPEAL_STATE_LABELS, APPEAL_STATES],
      [APPEAL_MOVE_LABELS, APPEAL_MOVES],
      [APPEAL_SENTENCES, [...APPEAL_MOVES, 'file']],
      [APPEAL_REASON_LABELS, Object.keys(national.appeal.reasons)],
    ] as const) {
      expect(Object.keys(labels).sort()).toEqual([...keys].sort());
      expect(new Set(Object.values(labels)).size).toBe(keys.length);
    }
  });

  it.each([national, ...IN_FORCE.map(({ profile }) => profile)])('$place 说得出每种操作的依据', ({ appeal, title }) => {
    expect(Object.keys(appeal.moveBasis).sort()).toEqual([...APPEAL_MOVES, 'file'].sort());
    for (const { document, article, proposal } of Object.values(appeal.moveBasis)) {
      expect(article.trim()).not.toBe('');
      if (!proposal) expect(document).toBe(title);
    }
  });
});
