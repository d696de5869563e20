import { TICKET_STATE_LABELS } from '@shared/domain/labels';
import { isTicketOpen, TICKET_STATES, type Ticket, type TicketState } from '@shared/domain/ticket';
import { MOVE_LABELS, MOVE_SENTENCES } from '@shared/domain/ticket-labels';
import type { By } from '@shared/domain/ticket-moves';
import { MOVERS, type Mover, movesOf, TICKET_MOVES, TICKET_TABLE, type TicketMove } from '@shared/domain/ticket-table';
import type { Instant } from '@shared/kernel/time';
import { IN_FORCE } from '@shared/policy/in-force';
import { national } from '@shared/policy/profiles/national';
import { aTicketIn, BY, DAY, MINUTE, MONDAY, moved, toBureau, toUnit, tryMove } from './a-ticket';

const LATER = MONDAY + 10 * MINUTE;

/** What a move needs besides its state, for those that need something; the ticket is then ready for it. */
const READY: Partial<Record<TicketMove, (ticket: Ticket) => Ticket>> = {
  recordFollowUp: (ticket) => moved(ticket, 'recordAttempt', LATER),
  grantExtension: (ticket) => moved(ticket, 'askExtension', LATER),
  denyExtension: (ticket) => moved(ticket, 'askExtension', LATER),
};
const momentFor = (move: TicketMove, { nextAt }: Ticket): Instant =>
  move === 'escalate' || move === 'lapse' ? (nextAt ?? 0) + 1 : LATER + MINUTE;

const cells = TICKET_STATES.flatMap((state) =>
  TICKET_MOVES.flatMap((move) => MOVERS.map((mover) => [state, move, mover] as const)),
);
const rowFor = (state: TicketState, move: TicketMove) =>
  TICKET_TABLE.filter((row) => row.from === state && row.move === move);

describe('每一种状态、每一种操作、每一种人', () => {
  const answerOf = (state: TicketState, move: TicketMove, by: By) => {
    const ticket =
      rowFor(state, move).length > 0 ? (READY[move]?.(aTicketIn(state)) ?? aTicketIn(state)) : aTicketIn(state);
    return tryMove(ticket, move, momentFor(move, ticket), by);
  };

  it.each(cells)('%s · %s · %s', (state, move, mover) => {
    const [row] = rowFor(state, move);
    const answer = answerOf(state, move, BY[mover]);
    if (!row) expect(answer).toEqual({ ok: false, code: 'ticket.moveNotAllowed' });
    else if (row.by !== mover) expect(answer).toEqual({ ok: false, code: 'ticket.moveNotYours' });
    else expect(answer).toMatchObject({ ok: true, value: { state: row.to } });
  });

  it('what the screen offers is just what the table has', () => {
    const every = TICKET_STATES.flatMap((state) => MOVERS.map((mover): [TicketState, Mover] => [state, mover]));
    for (const [state, mover] of every) {
      const offered = movesOf(state, [mover]);
      const allowed = TICKET_MOVES.filter((move) => answerOf(state, move, BY[mover]).ok);
      expect({ state, mover, offered: [...offered].sort() }).toEqual({ state, mover, offered: [...allowed].sort() });
    }
  });
});

describe('表本身', () => {
  it('一种状态里一种操作只有一行', () => {
    expect(new Set(TICKET_TABLE.map(({ from, move }) => `${from}/${move}`)).size).toBe(TICKET_TABLE.length);
  });

  it('每种操作都有用处，每种人都有事可做', () => {
    expect(new Set(TICKET_TABLE.map(({ move }) => move))).toEqual(new Set(TICKET_MOVES));
    expect(new Set(TICKET_TABLE.map(({ by }) => by))).toEqual(new Set(MOVERS));
  });

  it('从开单的两种状态出发，走得到每一行；不予采纳只由申诉裁定而来，也只由裁定恢复', () => {
    const reached = new Set([aTicketIn('awaitingDispatch').state, aTicketIn('awaitingAcceptance').state]);
    for (const state of reached) {
      for (const row of TICKET_TABLE.filter(({ from }) => from === state)) reached.add(row.to);
    }
    expect(TICKET_TABLE.filter(({ from }) => !reached.has(from))).toEqual([]);
    expect(reached).toEqual(new Set(TICKET_STATES));
    const ofRuling = TICKET_TABLE.filter(({ from, to }) => from === 'setAside' || to === 'setAside');
    expect(new Set(ofRuling.map(({ by }) => by))).toEqual(new Set(['ruling']));
    expect([toUnit.dispatched, toBureau.dispatched]).toEqual([true, false]);
  });

  it('没有办结的，谁都走得到办结；办结和不予采纳的，除了裁定什么也不能再办', () => {
    const endsFrom = (state: TicketState, seen: readonly TicketState[] = []): boolean =>
      state === 'closed' ||
      (!seen.includes(state) && TICKET_TABLE.some(({ from, to }) => from === state && endsFrom(to, [...seen, state])));
    for (const state of TICKET_STATES) {
      expect({ state, ends: endsFrom(state) }).toEqual({ state, ends: true });
      expect({
        state,
        over:
          movesOf(
            state,
            MOVERS.filter((mover) => mover !== 'ruling'),
          ).length === 0,
      }).toEqual({ state, over: !isTicketOpen({ state }) });
    }
  });

  it('只有评价人的评定，或过了评定期限，才办得结', () => {
    const closing = TICKET_TABLE.filter(({ to }) => to === 'closed').map(({ from, move, by }) => ({ from, move, by }));
    expect(closing).toEqual([
      { from: 'awaitingVerdict', move: 'acceptResult', by: 'rater' },
      { from: 'awaitingVerdict', move: 'lapse', by: 'clock' },
    ]);
  });

  it('办理的和审核的不是一种人', () => {
    const bySide = (mover: Mover) => new Set(TICKET_TABLE.filter(({ by }) => by === mover).map(({ move }) => move));
    expect([...bySide('handler')].filter((move) => bySide('supervisor').has(move))).toEqual([]);
  });
});

describe('名称和依据', () => {
  it('每种操作都有自己的名称和经过里的一句话', () => {
    expect(Object.keys(MOVE_LABELS)).toEqual([...TICKET_MOVES]);
    expect(new Set(Object.values(MOVE_LABELS)).size).toBe(TICKET_MOVES.length);
    const said = TICKET_MOVES.map((move) => MOVE_SENTENCES[move]('某单位'));
    expect(new Set(said).size).toBe(TICKET_MOVES.length);
    for (const words of [...said, ...Object.values(MOVE_LABELS)]) expect(words).toMatch(/^[\p{Script=Han}，]+$/u);
    for (const state of TICKET_STATES) expect(TICKET_STATE_LABELS[state]).not.toBe('');
  });

  it.each([national, ...IN_FORCE.map(({ profile }) => profile)])('$place 说得出每种操作的依据', ({ ticket, title }) => {
    expect(Object.keys(ticket.moveBasis).sort()).toEqual([...TICKET_MOVES].sort());
    for (const { document, article, proposal } of Object.values(ticket.moveBasis)) {
      expect(article.trim()).not.toBe('');
      expect(document.includes('建议值')).toBe(proposal === true);
      if (!proposal) expect(document).toBe(title);
    }
  });
});

describe('到点', () => {
  it('定时任务不抢在期限之前：最后一刻还算在期限里，过了才上报', () => {
    const ticket = aTicketIn('awaitingAcceptance');
    const dueAt = ticket.nextAt ?? 0;
    expect(tryMove(ticket, 'escalate', dueAt)).toEqual({ ok: false, code: 'ticket.moveNotAllowed' });
    expect(tryMove(ticket, 'escalate', dueAt + 1)).toMatchObject({ ok: true, value: { handling: { escalation: 1 } } });
  });

  it('评价人的时间没有到，工单不会自己办结', () => {
    const ticket = aTicketIn('awaitingVerdict');
    expect(tryMove(ticket, 'lapse', ticket.nextAt ?? 0)).toEqual({ ok: false, code: 'ticket.moveNotAllowed' });
    expect(tryMove(ticket, 'lapse', (ticket.nextAt ?? 0) + DAY)).toMatchObject({
      ok: true,
      value: { state: 'closed' },
    });
  });
});
