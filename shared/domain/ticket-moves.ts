import type { Clause } from '../kernel/clause';
import { ok, type Result, refuse } from '../kernel/result';
import type { Instant } from '../kernel/time';
import {
  type Cause,
  type ContactOutcome,
  type Finding,
  type Handling,
  isUnreachable,
  type VerdictLevel,
  wasReached,
} from './handling';
import { isTicketOpen, type Ticket, type TicketRules, withClocks } from './ticket';
import { atLeast, clockOf, done, extended, nextLook, started } from './ticket-clocks';
import { clocksOfComplex, clocksOfDispatch, spanOfCure, spanOfStep } from './ticket-cure';
import { type Mover, rowOf, type TicketMove } from './ticket-table';
import { type Deadline, deadlineAfter, type Span, type WorkingTimeRules } from './working-time';

/** What somebody gives with each move. */
export type MoveInput =
  | { readonly move: 'dispatch'; readonly unitId: string }
  | { readonly move: 'redirect'; readonly reason: string }
  | { readonly move: 'accept' }
  | { readonly move: 'classify'; readonly cause: Cause; readonly isComplex: boolean }
  | { readonly move: 'askStatement' }
  | { readonly move: 'giveStatement'; readonly words: string }
  | { readonly move: 'recordAttempt'; readonly outcome: ContactOutcome; readonly note: string }
  | { readonly move: 'recordFollowUp'; readonly finding: Finding; readonly note: string }
  | { readonly move: 'plan'; readonly plan: string }
  | {
      readonly move: 'submitRectification';
      readonly measures: string;
      readonly reply: string;
      readonly photos: readonly string[];
    }
  | { readonly move: 'sendBack'; readonly reason: string }
  | { readonly move: 'verify' }
  | { readonly move: 'askExtension'; readonly reason: string; readonly days: number }
  | { readonly move: 'grantExtension' }
  | { readonly move: 'denyExtension'; readonly reason: string }
  | { readonly move: 'remind' }
  | { readonly move: 'supervise'; readonly reason: string }
  | { readonly move: 'escalate' }
  | { readonly move: 'acceptResult'; readonly level: Exclude<VerdictLevel, 'dissatisfied'>; readonly words: string }
  | { readonly move: 'reopen'; readonly words: string }
  | { readonly move: 'lapse' }
  | { readonly move: 'setAside' }
  | { readonly move: 'restore' };

export type MoveRefusal =
  | 'ticket.moveNotAllowed'
  | 'ticket.moveNotYours'
  | 'ticket.redirectedOnce'
  | 'ticket.contactFirst'
  | 'ticket.classifyFirst'
  | 'ticket.evidenceMissing'
  | 'ticket.extensionLate'
  | 'ticket.extensionTwice'
  | 'ticket.extensionTooLong'
  | 'ticket.extensionNone'
  | 'ticket.ownWork'
  | 'ticket.statementAsked';

/** Who moves: in which capacity, and which member of staff. */
export type By = { readonly mover: Mover; readonly staffId: string | null };

export type MoveRules = TicketRules & WorkingTimeRules;

type Change = Partial<Pick<Ticket, 'unitId' | 'clocks' | 'state'>> & { readonly handling?: Partial<Handling> };
type Deciders = {
  readonly [M in TicketMove]: (
    ticket: Ticket,
    input: Extract<MoveInput, { move: M }>,
    by: By,
    now: Instant,
    rules: MoveRules,
  ) => Result<Change, MoveRefusal>;
};

const handled = (handling: Partial<Handling>, rest: Omit<Change, 'handling'> = {}): Result<Change, MoveRefusal> =>
  ok({ ...rest, handling });

const staffOf = ({ staffId }: By): string => staffId ?? '';

/** Whoever called the rater, found out what happened or handed in the result has no second look at it himself. */
const hasWorkedOn = ({ attempts, followUp, rectification }: Handling, { staffId }: By): boolean =>
  [...attempts, followUp, rectification].some((work) => work?.staffId === staffId);

/** An answer to a request that is behind us would move a deadline that it never was about. */
const withoutRequest = ({ extension }: Handling) => (extension?.state === 'asked' ? null : extension);

const deadlineOf = (span: Clause<Span>, now: Instant, rules: MoveRules): Deadline | null => {
  const deadline = deadlineAfter(now, span, rules);
  return deadline.ok ? deadline.value : null;
};

/** The clock moves nothing before its time: the last moment of a deadline still belongs to whoever has it. */
const isTime = ({ nextAt }: Ticket, now: Instant): boolean => nextAt !== null && now > nextAt;

const DECIDERS: Deciders = {
  dispatch: (ticket, { unitId }, _by, now, rules) => ok({ unitId, clocks: clocksOfDispatch(ticket, now, rules) }),
  redirect: ({ clocks, handling, bureauId }, _input, _by, now, rules) =>
    handling.redirects >= rules.redirectsAtMost.value
      ? refuse('ticket.redirectedOnce')
      : handled(
          // The next unit begins anew: it calls the rater and classifies for itself.
          {
            ...{ redirects: handling.redirects + 1, acceptedAt: null, classification: null, attempts: [] },
            extension: withoutRequest(handling),
          },
          {
            unitId: bureauId,
            clocks: started(done(clocks, 'accept', now), 'dispatch', rules.dispatchWithin, now, rules),
          },
        ),
  // Whoever was rated hears of it once, and from then on may appeal (TQ-17, CZ-12).
  accept: ({ handling }, _input, _by, now, rules) =>
    handled({
      acceptedAt: now,
      toldRated: handling.toldRated ?? { at: now, appealBy: deadlineOf(rules.appealWithin, now, rules) },
    }),
  classify: (ticket, { cause, isComplex }, _by, now, rules) =>
    handled(
      { classification: { cause, isComplex, at: now } },
      isComplex ? { clocks: clocksOfComplex(ticket, now, rules) } : {},
    ),
  askStatement: ({ handling: { statement } }, _input, _by, now, rules) =>
    statement?.askedAt != null
      ? refuse('ticket.statementAsked')
      : handled({
          statement: {
            ...(statement ?? { words: '', givenAt: null }),
            ...{ askedAt: now, dueAt: deadlineOf(rules.statementWithin, now, rules)?.dueAt ?? null },
          },
        }),
  giveStatement: ({ handling: { statement } }, { words }, _by, now) =>
    handled({ statement: { ...(statement ?? { askedAt: null, dueAt: null }), words, givenAt: now } }),
  recordAttempt: ({ clocks, handling: { attempts, followUp } }, { outcome, note }, by, now) =>
    handled(
      {
        attempts: [...attempts, { at: now, outcome, note, staffId: staffOf(by) }],
        followUp: followUp && { ...followUp, reached: followUp.reached || outcome === 'reached' },
      },
      { clocks: done(clocks, 'accept', now) },
    ),
  recordFollowUp: ({ handling: { attempts } }, { finding, note }, by, now, rules) => {
    const reached = wasReached(attempts);
    if (!reached && !isUnreachable(attempts, rules.unreachableAfter)) return refuse('ticket.contactFirst');
    return handled({ followUp: { at: now, finding, note, reached, staffId: staffOf(by) } });
  },
  plan: (_ticket, { plan }) => handled({ plan }),
  submitRectification: ({ clocks, handling }, { measures, reply, photos }, by, now, rules) => {
    if (handling.classification === null) return refuse('ticket.classifyFirst');
    if (measures.trim() === '' && photos.length === 0) return refuse('ticket.evidenceMissing');
    return handled(
      {
        rectification: { at: now, measures, reply, photos, staffId: staffOf(by) },
        ...{ verifiedBy: null, flags: [], extension: withoutRequest(handling) },
      },
      { clocks: started(done(clocks, 'rectify', now), 'verify', rules.verifyWithin, now, rules) },
    );
  },
  sendBack: ({ clocks, handling }, _input, _by, now, rules) =>
    handled(
      { sentBack: handling.sentBack + 1 },
      { clocks: atLeast(done(clocks, 'verify', now), 'rectify', rules.rectifyAgainWithin, now, rules) },
    ),
  verify: ({ clocks, handling }, _input, by, now, rules) =>
    hasWorkedOn(handling, by)
      ? refuse('ticket.ownWork')
      : handled(
          { verifiedBy: by.staffId },
          { clocks: started(done(clocks, 'verify', now), 'verdict', rules.verdictWithin, now, rules) },
        ),
  askExtension: (ticket, { reason, days }, by, now, rules) => {
    const dueAt = clockOf(ticket, 'rectify')?.deadline?.dueAt;
    if (ticket.handling.extension) return refuse('ticket.extensionTwice');
    if (dueAt !== undefined && now > dueAt) return refuse('ticket.extensionLate');
    if (!Number.isSafeInteger(days) || days < 1 || days > rules.extendAtMost.value.count) {
      return refuse('ticket.extensionTooLong');
    }
    return handled({
      extension: { state: 'asked', reason, days, askedAt: now, askedBy: staffOf(by), decidedBy: null },
    });
  },
  grantExtension: ({ clocks, handling: { extension } }, _input, by, _now, rules) => {
    if (extension?.state !== 'asked') return refuse('ticket.extensionNone');
    if (extension.askedBy === by.staffId) return refuse('ticket.ownWork');
    const { value, basis } = rules.extendAtMost;
    const span = { value: { ...value, count: extension.days }, basis };
    return handled(
      { extension: { ...extension, state: 'granted', decidedBy: by.staffId } },
      { clocks: extended(clocks, span, rules) },
    );
  },
  denyExtension: ({ handling: { extension } }, _input, by) =>
    extension?.state === 'asked'
      ? handled({ extension: { ...extension, state: 'denied', decidedBy: by.staffId } })
      : refuse('ticket.extensionNone'),
  remind: ({ handling }) => handled({ reminders: handling.reminders + 1 }),
  supervise: () => handled({ isSupervised: true }),
  escalate: (ticket, _input, _by, now) =>
    isTime(ticket, now)
      ? handled({ escalation: ticket.handling.escalation === 0 ? 1 : 2, escalatedAt: now })
      : refuse('ticket.moveNotAllowed'),
  acceptResult: ({ clocks }, { level, words }, _by, now) =>
    handled({ verdict: { level, words, at: now } }, { clocks: done(clocks, 'verdict', now) }),
  // The second time the verdict stands, and the ticket with it: nobody is made to ask a third time in vain.
  reopen: (ticket, { words }, _by, now, rules) => {
    const { clocks, handling } = ticket;
    const verdict = { level: 'dissatisfied', words, at: now } as const;
    const judged = done(clocks, 'verdict', now);
    if (handling.reopenings >= rules.reopeningsAtMost.value) {
      return handled({ verdict }, { clocks: judged, state: 'closed' });
    }
    return handled(
      { verdict, reopenedFor: verdict, reopenings: handling.reopenings + 1, extension: null },
      { clocks: started(judged, 'rectify', spanOfCure(ticket, rules), now, rules) },
    );
  },
  lapse: (ticket, _input, _by, now) => (isTime(ticket, now) ? handled({}) : refuse('ticket.moveNotAllowed')),
  setAside: ({ state, clocks }) =>
    handled({ stopped: { in: state, steps: clocks.flatMap(({ step, doneAt }) => (doneAt === null ? [step] : [])) } }),
  // The time that the ruling cost is nobody's: what ran then runs anew.
  restore: (ticket, _input, _by, now, rules) => {
    const { stopped } = ticket.handling;
    if (!stopped) return refuse('ticket.moveNotAllowed');
    const clocks = stopped.steps.reduce(
      (before, step) => started(before, step, spanOfStep(step, ticket, rules), now, rules),
      ticket.clocks,
    );
    return handled({ stopped: null }, { clocks, state: stopped.in });
  },
};

/** Once nothing is late, or another unit has it, what is late next is told to whoever must act first again. */
const escalationOf = (before: Ticket, { handling: { escalation }, dueAt, unitId }: Ticket, now: Instant) =>
  unitId !== before.unitId || dueAt === null || dueAt >= now ? 0 : escalation;

/** One move by one person under the rules of the place: the ticket as it is afterwards, or why not. */
export const moveTicket = (
  ticket: Ticket,
  input: MoveInput,
  by: By,
  now: Instant,
  rules: MoveRules,
): Result<Ticket, MoveRefusal> => {
  const row = rowOf(ticket.state, input.move);
  if (!row) return refuse('ticket.moveNotAllowed');
  if (row.by !== by.mover) return refuse('ticket.moveNotYours');
  const decide = DECIDERS[input.move] as Deciders[TicketMove] & ((...given: unknown[]) => Result<Change, MoveRefusal>);
  const change = decide(ticket, input as never, by, now, rules);
  if (!change.ok) return change;
  const { handling, state = row.to, unitId = ticket.unitId, clocks = ticket.clocks } = change.value;
  const moved: Ticket = {
    ...ticket,
    unitId,
    state,
    handling: { ...ticket.handling, ...handling },
    ...withClocks(
      isTicketOpen({ state }) ? clocks : clocks.map((clock) => ({ ...clock, doneAt: clock.doneAt ?? now })),
    ),
  };
  const climbed = { ...moved, handling: { ...moved.handling, escalation: escalationOf(ticket, moved, now) } };
  return ok({ ...climbed, nextAt: nextLook(climbed, rules.escalateAfter, rules) });
};
