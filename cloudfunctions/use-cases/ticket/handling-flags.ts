import type { HandlingFlag } from '@shared/domain/handling';
import { handlingFlags } from '@shared/domain/handling-flags';
import type { TicketRules } from '@shared/domain/ticket';
import type { MoveInput } from '@shared/domain/ticket-moves';
import type { TicketByDay } from '@shared/domain/visibility';
import type { OfficialContext } from '../../ports/context';

/** Asked when a result is handed in: one read of what the unit has handed in lately. */
export const flagsOf = async (
  input: MoveInput,
  ticket: TicketByDay,
  rules: TicketRules,
  { actor, now, ratings }: OfficialContext,
): Promise<readonly HandlingFlag[]> => {
  if (input.move !== 'submitRectification') return [];
  const recent = await ratings.recentResults(ticket.unitId);
  return handlingFlags(input, ticket.handling, recent, actor.staff?._id ?? '', now, rules.handlingChecks);
};
