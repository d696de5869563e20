import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { TicketCell } from './ticket-cell';

type Props = {
  readonly tickets: readonly Output<'ticket.list'>['items'][number][];
  /** Whose list it is: a unit that answers for all of it is not named on every row. */
  readonly scope: string;
};

export const TicketCells = ({ tickets, scope }: Props) => (
  <View className="cells">
    {tickets.map((ticket) => (
      <TicketCell key={ticket.ratingId} ticket={ticket} scope={scope} />
    ))}
  </View>
);
