import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { DueTime } from './due-time';
import './ticket-clock.css';
import { WhyThisDeadline } from './why-this-deadline';

type Clock = Output<'ticket.show'>['clocks'][number];
type Props = {
  /** What is to be done by then. */
  readonly label: string;
  readonly clock: Omit<Clock, 'step'> & { readonly step: string };
};

/** 期限 of one step, of a ticket or an appeal, and why. */
export const TicketClock = ({ label, clock: { step, isDone, dueAt, remaining, missingYear, why } }: Props) => (
  <View className="ticket-clock">
    <View className="ticket-clock__step">
      {label}
      {isDone ? '（已完成）' : ''}
    </View>
    {missingYear !== null && !isDone && (
      <View>{missingYear} 年放假安排尚未公布，公布后自动确定期限，请先及时处理。</View>
    )}
    {dueAt !== null && !isDone && <DueTime dueAt={dueAt} remaining={remaining} />}
    {why && <WhyThisDeadline step={step} why={why} />}
  </View>
);
