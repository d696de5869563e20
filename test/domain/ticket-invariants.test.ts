import { CAUSES, CONTACT_OUTCOMES, FINDINGS } from '@shared/domain/handling';
import { orgInbox, raterInbox, staffInbox } from '@shared/domain/message';
import { movedFile, withFlags } from '@shared/domain/move-file';
import { isBad, RATING_LEVELS } from '@shared/domain/rating';
import { type NewFile, openFile, type RatingFile } from '@shared/domain/rating-file';
import {
  isTicketOpen,
  type StepClock,
  TICKET_STATES,
  TICKET_STEPS,
  type Ticket,
  type TicketStep,
} from '@shared/domain/ticket';
import { clockOf, pinMissingClocks } from '@shared/domain/ticket-clocks';
import { type MoveInput, moveTicket } from '@shared/domain/ticket-moves';
import { MOVERS, type Mover, TICKET_MOVES, TICKET_TABLE, type TicketMove } from '@shared/domain/ticket-table';
import type { CalendarYear } from '@shared/domain/working-time';
import { dayOf, type Instant, instantOf } from '@shared/kernel/time';
import type { PolicyProfile } from '@shared/policy/profile';
import { chaozhou } from '@shared/policy/profiles/chaozhou';
import { taiqian } from '@shared/policy/profiles/taiqian';
import fc from 'fast-check';
import { BY, DAY, MINUTE, toBureau, toUnit } from './a-ticket';
import { aDraft } from './builders';

const RATED = 'the-rated-person';
const UPPER = 'upper-bureau';
const STAFF = ['liaison', 'deputy', 'supervisor', 'second-supervisor'];
const NAMES = { unit: '某单位', post: '责任人员' };

const pinnedBy = ({ ticket, workingTime }: PolicyProfile) => ({ ...ticket, ...workingTime });

const aFile = (place: PolicyProfile, level: (typeof RATING_LEVELS)[number], dispatched: boolean, at: Instant) =>
  openFile(
    {
      ...{ id: 'c1#1', shortNo: 'ABCDEFGH', draft: aDraft({ level, comment: '等了很久' }) },
      route: dispatched ? toUnit : toBureau,
      given: {
        ...{ idempotencyKey: 'k', channel: 'windowCode', raterRef: 'somebody', verification: 'wechat' },
        ...{ raterKind: 'person', textCheck: 'pass', standing: 'effective', quarantinedAt: null },
        proof: { level: 'phone', demand: 'encouraged', shortfall: null, isIdentified: true },
        traces: { networkRef: null, openedAt: null },
        subject: {
          ...{ place: place.id, orgId: 'unit', orgPath: ['bureau', 'unit'], centerId: 'c', windowId: 'w' },
          ...{ staffId: RATED, itemCode: null, caseNo: 'c1', serviceNo: 1, servedOn: '2026-06-01' },
          names: { center: '某中心', window: '3号窗口', unit: '某单位', staff: null, item: null },
        },
      },
    } satisfies NewFile,
    '某单位',
    at,
    place,
  );

// What somebody does next: now and then anything by anybody, else one of the moves that the table has for that state.
const anyDeed = fc.record({
  pick: fc.integer({ min: 0, max: 9999 }),
  onwards: fc.boolean(),
  wild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  mover: fc.constantFrom(...MOVERS),
  staffId: fc.constantFrom(...STAFF),
  after: fc.oneof(fc.integer({ min: 1, max: 300 * MINUTE }), fc.integer({ min: 1, max: 9 * DAY }), fc.constant(1)),
  words: fc.string({ maxLength: 8 }),
  outcome: fc.constantFrom('reached', ...CONTACT_OUTCOMES),
  days: fc.integer({ min: -1, max: 12 }),
  yes: fc.boolean(),
});
type Deed = typeof anyDeed extends fc.Arbitrary<infer T> ? T : never;

const inputFor = (move: TicketMove, { words, outcome, days, yes, pick }: Deed): MoveInput =>
  ({
    ...{ move, unitId: yes ? 'unit' : 'other-unit', reason: words, note: words, plan: words, words, outcome, days },
    ...{ cause: CAUSES[pick % CAUSES.length], isComplex: yes, finding: FINDINGS[pick % FINDINGS.length] },
    ...{ measures: words, reply: words, photos: yes ? ['p'] : [], level: yes ? 'satisfied' : 'basicallySatisfied' },
  }) as unknown as MoveInput;

const deedIn = (
  ticket: Ticket,
  deed: Deed,
  isDue: boolean,
): { input: MoveInput; by: { mover: Mover; staffId: string | null } } => {
  const possible = TICKET_TABLE.filter(
    ({ from, to, by }) =>
      from === ticket.state &&
      (isDue || to !== from || !deed.onwards) &&
      // An appeal is granted now and then, not at every step.
      (by !== 'ruling' || from === 'setAside' || deed.pick % 9 === 0),
  );
  const row =
    (isDue && possible.find(({ by }) => by === 'clock')) || possible[deed.pick % Math.max(1, possible.length)];
  const isFromTable = row !== undefined && !deed.wild;
  const move = isFromTable ? row.move : (TICKET_MOVES[deed.pick % TICKET_MOVES.length] ?? 'accept');
  const mover = isFromTable ? row.by : deed.mover;
  const staffId = mover === 'rater' || mover === 'clock' || mover === 'ruling' ? null : deed.staffId;
  return { input: inputFor(move, deed), by: { mover, staffId } };
};

type Moved = {
  readonly before: RatingFile & { readonly ticket: Ticket };
  readonly after: RatingFile & { readonly ticket: Ticket };
  readonly input: MoveInput;
  readonly now: Instant;
};

/** Every move that was made, with the file before and after it. */
const lived = (place: PolicyProfile, dispatched: boolean, openedAt: Instant, deeds: readonly Deed[]): Moved[] => {
  const moves: Moved[] = [];
  let now = openedAt;
  let file = aFile(place, 'veryDissatisfied', dispatched, openedAt) as Moved['after'];
  for (const deed of deeds) {
    // The clock comes when something is due, or at any other moment and finds nothing to do.
    const due = file.ticket.nextAt;
    const isDue = deed.pick % 5 === 0 && due !== null;
    now = isDue ? Math.max(due, now) + 1 : now + deed.after;
    const { input, by } = deedIn(file.ticket, deed, isDue);
    const changes = movedFile(file, input, by, NAMES, UPPER, now, pinnedBy(place));
    if (!changes.ok) continue;
    const flagged = withFlags(changes.value, input.move === 'submitRectification' && deed.yes ? ['tooQuick'] : []);
    const after = { ...file, ...flagged, rev: file.rev + 1 } as Moved['after'];
    moves.push({ before: file, after, input, now });
    file = after;
  }
  return moves;
};

const anyOpening = fc.oneof(
  fc.integer({ min: instantOf('2024-01-01', '00:00'), max: instantOf('2026-12-31', '23:59') }),
  fc.integer({ min: instantOf('2026-12-01', '00:00'), max: instantOf('2027-01-10', '00:00') }),
);
// By name: a counterexample that prints a whole profile is read by nobody.
const PLACES = { taiqian, chaozhou };
const anyPlace = fc.constantFrom('taiqian', 'chaozhou');

/** Holds for every move of every life that a ticket can have. */
const forEveryMove = (
  holds: (moved: Moved, place: PolicyProfile) => void,
  parameters: { readonly seed?: number } = {},
) =>
  fc.assert(
    fc.property(
      anyPlace,
      fc.boolean(),
      anyOpening,
      fc.array(anyDeed, { minLength: 1, maxLength: 45, size: 'max' }),
      (name, dispatched, openedAt, deeds) => {
        const place = PLACES[name];
        for (const moved of lived(place, dispatched, openedAt, deeds)) holds(moved, place);
      },
    ),
    { numRuns: 250, ...parameters },
  );

// Invented years, for the tests alone: a waiting clock is compared by what it comes to once they are announced.
const invented = (year: number): CalendarYear => ({
  ...{ year, revision: `${year}·试验`, status: 'confirmed', source: { document: '试验', article: '试验' } },
  ...{ holidays: { [`${year}-01-01`]: '元旦', [`${year}-02-08`]: '春节' }, makeUpDays: {} },
});
const announced = (ticket: Ticket, place: PolicyProfile): Ticket => {
  const calendar = [...place.workingTime.calendar, invented(2027), invented(2028)];
  return pinMissingClocks(ticket, { ...pinnedBy(place), calendar });
};
const endOf = (clock: StepClock | undefined): Instant => clock?.deadline?.dueAt ?? Number.POSITIVE_INFINITY;

it('一条差评一张工单，不是差评的没有；办到哪一步，还是那一张', () => {
  for (const level of RATING_LEVELS) {
    const { ticket } = aFile(taiqian, level, true, instantOf('2026-06-01', '09:00'));
    expect(ticket !== null).toBe(isBad(level, taiqian.rating));
  }
  forEveryMove(({ before, after }) => {
    expect(after._id).toBe(before._id);
    for (const field of ['ticketNo', 'bureauId', 'openedAt', 'routedBy'] as const) {
      expect(after.ticket[field]).toEqual(before.ticket[field]);
    }
  });
});

it('走得到的每一种状态、每一种操作，这里都走到过', () => {
  const seen = new Set<TicketMove>();
  const states = new Set<string>();
  const note = ({ input, after }: Moved) => {
    seen.add(input.move);
    states.add(after.ticket.state);
  };
  forEveryMove(note, { seed: 4 });
  expect([...seen].sort()).toEqual([...TICKET_MOVES].sort());
  expect(states.size).toBe(TICKET_STATES.length);
});

it('经过只添不改', () => {
  forEveryMove(({ before, after, input, now }) => {
    expect(after.history.slice(0, -1)).toEqual(before.history);
    expect(after.history.at(-1)).toMatchObject({ at: now, what: input.move });
  });
});

it('提交过的每一次整改结果，都还在经过里', () => {
  forEveryMove(({ before, after, input }) => {
    if (input.move !== 'submitRectification') return;
    expect(after.history.at(-1)).toMatchObject({ photos: input.photos });
    expect(after.history.at(-1)?.words).toContain(input.reply);
    expect(before.ticket.handling.rectification?.at ?? 0).toBeLessThan(after.ticket.handling.rectification?.at ?? 0);
  });
});

it('一个环节的期限从不提前，除非它办完以后重新开始', () => {
  forEveryMove(({ before, after, input }, place) => {
    const [was, is] = [announced(before.ticket, place), announced(after.ticket, place)];
    for (const step of TICKET_STEPS) {
      const [first, second] = [clockOf(was, step), clockOf(is, step)];
      if (!first) continue;
      const isAnew = first.doneAt !== null || (input.move === 'redirect' && step === 'accept');
      if (!isAnew) {
        expect({ step, move: input.move, earlier: endOf(second) < endOf(first) }).toEqual({
          ...{ step, move: input.move, earlier: false },
        });
      }
    }
  });
});

const RUNNING: Readonly<Record<Ticket['state'], readonly TicketStep[]>> = {
  awaitingDispatch: ['dispatch', 'accept', 'rectify'],
  awaitingAcceptance: ['accept', 'rectify'],
  awaitingFollowUp: ['accept', 'rectify'],
  rectifying: ['rectify'],
  awaitingVerification: ['verify'],
  awaitingVerdict: ['verdict'],
  closed: [],
  setAside: [],
};

it('走着的只有这一步的钟；最近的期限和下次查看由它们得出', () => {
  forEveryMove(({ after: { ticket } }) => {
    const running = ticket.clocks.filter(({ doneAt }) => doneAt === null);
    for (const { step } of running) expect(RUNNING[ticket.state]).toContain(step);
    expect(running.length === 0).toBe(!isTicketOpen(ticket));
    expect(new Set(ticket.clocks.map(({ step }) => step)).size).toBe(ticket.clocks.length);
    const dueAt = Math.min(...running.flatMap(({ deadline }) => (deadline ? [deadline.dueAt] : [])));
    expect(ticket.dueAt).toBe(Number.isFinite(dueAt) ? dueAt : null);
    const waiting = running.flatMap((clock) => (clock.deadline ? [] : [clock.missingYear]));
    expect(ticket.calendarMissing).toBe(waiting.length > 0 ? Math.min(...waiting) : null);
  });
});

it('超期的一级一级上报，一级一次；不超期就没有上报', () => {
  forEveryMove(({ before, after, now }) => {
    const { dueAt, nextAt, state, handling } = after.ticket;
    const isLate = dueAt !== null && dueAt < now;
    if (!isLate) expect(handling.escalation).toBe(0);
    if (dueAt === null || handling.escalation === 2) expect(nextAt).toBeNull();
    else if (handling.escalation === 0 || state === 'awaitingVerdict') expect(nextAt).toBe(dueAt);
    else expect(nextAt).toBeGreaterThan(handling.escalatedAt ?? 0);
    const climbed = handling.escalation - before.ticket.handling.escalation;
    expect(climbed).toBeLessThanOrEqual(1);
  });
});

it('有整改结果，又有评定或等满了时间，才办结；结果由别人审核过', () => {
  forEveryMove(({ before, after, input, now }) => {
    // A ruling that is reversed brings back what was closed before.
    if (after.ticket.state !== 'closed' || input.move === 'restore') return;
    const { rectification, verdict, verifiedBy, reopenings } = after.ticket.handling;
    expect(rectification && (rectification.measures.trim() !== '' || rectification.photos.length > 0)).toBe(true);
    expect(verifiedBy).not.toBeNull();
    expect(verifiedBy).not.toBe(rectification?.staffId);
    if (input.move === 'lapse') expect(now).toBeGreaterThan(endOf(clockOf(before.ticket, 'verdict')));
    else expect(verdict?.at).toBe(now);
    if (verdict?.level === 'dissatisfied' && input.move !== 'lapse') expect(reopenings).toBeGreaterThan(0);
  });
});

it('不予采纳再恢复：回到原来的状态，该走的钟从头走，别的一字不差', () => {
  forEveryMove(({ before, after, input, now }, place) => {
    if (input.move !== 'setAside') return;
    const restored = moveTicket(after.ticket, { move: 'restore' }, BY.ruling, now, pinnedBy(place));
    if (!restored.ok) throw new Error(restored.code);
    const { state, handling, clocks, unitId } = restored.value;
    const steps = (ticket: Ticket) => ticket.clocks.filter(({ doneAt }) => doneAt === null).map(({ step }) => step);
    expect({ state, unitId, clocks: clocks.length }).toEqual({
      ...{ state: before.ticket.state, unitId: before.ticket.unitId, clocks: before.ticket.clocks.length },
    });
    expect(steps(restored.value).sort()).toEqual(steps(before.ticket).sort());
    const { escalation: _now, ...done } = handling;
    const { escalation: _before, ...was } = before.ticket.handling;
    expect(done).toEqual(was);
    expect(steps(after.ticket)).toEqual([]);
  });
});

const MAY_BE_TOLD: Partial<Record<TicketMove, readonly ('rater' | 'rated' | 'unit' | 'bureau' | 'upper')[]>> = {
  dispatch: ['unit', 'rater'],
  redirect: ['bureau'],
  accept: ['rater', 'rated'],
  askStatement: ['rated'],
  giveStatement: ['unit'],
  submitRectification: ['bureau'],
  sendBack: ['unit'],
  verify: ['rater'],
  askExtension: ['bureau'],
  grantExtension: ['unit'],
  denyExtension: ['unit'],
  remind: ['unit'],
  supervise: ['unit'],
  escalate: ['unit', 'bureau', 'upper'],
  acceptResult: ['unit'],
  reopen: ['unit', 'bureau'],
  lapse: ['rater'],
};

it('消息只给有关的人；被评价的人只听说有这条差评，次日才听说；不写他是谁、评价人是谁', () => {
  forEveryMove(({ before, after, input, now }) => {
    const told = after.outbox.slice(before.outbox.length);
    const { unitId, bureauId, state } = after.ticket;
    const inboxes = { rater: raterInbox(after.raterRef), unit: orgInbox(unitId), bureau: orgInbox(bureauId) };
    const address = { ...inboxes, upper: orgInbox(UPPER), rated: staffInbox(RATED) };
    const allowed = (MAY_BE_TOLD[input.move] ?? []).map((who) => address[who]);
    expect(after.outbox.slice(0, before.outbox.length)).toEqual(before.outbox);
    for (const { id, to, text, exceptStaffId, at, notBefore } of told) {
      expect(allowed).toContain(to);
      expect(text).not.toContain(RATED);
      if (to === address.rated) {
        expect(id).not.toContain(after._id);
        expect(dayOf(notBefore ?? 0) > dayOf(now)).toBe(true);
        continue;
      }
      expect(text).not.toContain(after.raterRef);
      expect(exceptStaffId).toBe(to === address.rater ? null : RATED);
      expect(at <= now).toBe(true);
    }
    expect(new Set(after.outbox.map(({ id }) => id)).size).toBe(after.outbox.length);
    if (input.move === 'escalate') {
      const isOfBureau = state === 'awaitingDispatch' || state === 'awaitingVerification';
      const [first, second] = isOfBureau ? [address.bureau, address.upper] : [address.unit, address.bureau];
      expect(told.map(({ to }) => to)).toEqual([after.ticket.handling.escalation === 1 ? first : second]);
    }
  });
});

it('退回、重办以后，留着的提示和审核都是这一次结果的', () => {
  forEveryMove(({ after, input }) => {
    if (input.move !== 'submitRectification') return;
    expect(after.ticket.handling.verifiedBy).toBeNull();
    expect(after.ticket.handling.extension?.state).not.toBe('asked');
  });
});
