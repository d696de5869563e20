import { isUnreachable, wasReached } from '@shared/domain/handling';
import type { TicketRules } from '@shared/domain/ticket';
import type { TicketMove } from '@shared/domain/ticket-table';
import type { OfficialMove, Ticket } from './move-draft';

const NOT_OF_OFFICIALS: readonly TicketMove[] = [
  ...(['escalate', 'giveStatement', 'acceptResult', 'reopen', 'lapse', 'setAside', 'restore'] as const),
];
const isOfficial = (move: TicketMove): move is OfficialMove => !NOT_OF_OFFICIALS.includes(move);

export const clockOf = ({ clocks }: Pick<Ticket, 'clocks'>, step: Ticket['clocks'][number]['step']) =>
  clocks.find((clock) => clock.step === step && !clock.isDone);

/** Whether the rater was spoken to, or tried for often enough. */
export const isContacted = ({ handling: { attempts } }: Pick<Ticket, 'handling'>, rules: TicketRules): boolean =>
  wasReached(attempts) || isUnreachable(attempts, rules.unreachableAfter);

export const isLate = (ticket: Pick<Ticket, 'clocks'>): boolean =>
  ticket.clocks.some(({ isDone, remaining }) => !isDone && remaining?.late === true);

/** What the table allows and what was done so far does not forbid. */
const isPossible = (move: OfficialMove, ticket: Ticket, rules: TicketRules): boolean => {
  const { redirects, classification, extension, statement } = ticket.handling;
  switch (move) {
    case 'redirect':
      return redirects < rules.redirectsAtMost.value;
    case 'askStatement':
      return ticket.servedBy.staff !== null && !statement?.isAsked;
    case 'recordFollowUp':
      return isContacted(ticket, rules);
    case 'submitRectification':
      return classification !== null;
    case 'askExtension':
      return extension === null;
    case 'grantExtension':
    case 'denyExtension':
      return extension?.state === 'asked';
    default:
      return true;
  }
};

/** The first of these that is possible is the one to do next. */
const NEXT: readonly OfficialMove[] = [
  ...(['dispatch', 'accept', 'recordFollowUp', 'submitRectification', 'verify', 'grantExtension'] as const),
];

const mainOf = (possible: readonly OfficialMove[], ticket: Ticket): OfficialMove | null => {
  const next = NEXT.find((move) => possible.includes(move));
  if (next) return next;
  if (ticket.state === 'awaitingFollowUp' && possible.includes('recordAttempt')) return 'recordAttempt';
  if (possible.includes('classify')) return 'classify';
  return possible.includes('remind') && isLate(ticket) ? 'remind' : null;
};

/** 下一步 and what else can be done now, in the order of the table. */
export const movesNow = (ticket: Ticket, rules: TicketRules) => {
  const possible = ticket.moves.filter(isOfficial).filter((move) => isPossible(move, ticket, rules));
  const main = mainOf(possible, ticket);
  return { main, others: possible.filter((move) => move !== main) };
};

/** True for the unit that puts it right, false for the bureau; while nobody has a move, it makes no difference. */
export const isHandling = ({ moves }: Pick<Ticket, 'moves'>): boolean =>
  moves.some((move) => move === 'accept' || move === 'recordAttempt');
