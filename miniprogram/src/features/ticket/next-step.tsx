import { TICKET_STATE_LABELS } from '@shared/domain/labels';
import type { TicketRules } from '@shared/domain/ticket';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { DueTime } from './due-time';
import type { Ticket } from './move-draft';
import { clockNow, sayNext } from './next-words';

type Props = { readonly ticket: Ticket; readonly rules: TicketRules };

/** What is to be done next, and by when. */
export const NextStep = ({ ticket, rules }: Props) => {
  const clock = clockNow(ticket);
  return (
    <Card id="next-step" heading={TICKET_STATE_LABELS[ticket.state]}>
      <View className="as-typed">{sayNext(ticket, rules)}</View>
      {clock && <DueTime dueAt={clock.dueAt} remaining={clock.remaining} />}
      {ticket.handling.isSupervised && <View className="ticket-page__supervised">已督办</View>}
    </Card>
  );
};
