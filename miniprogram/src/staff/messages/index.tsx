import type { Input, Output } from '../../api/actions';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { MessageList } from '../../features/message/message-list';

definePageConfig({ navigationBarTitleText: '工作消息' });

const load = (page: Input<'message.unit'>) => call('message.unit', page);

/** What he is told as one who was rated leads to his own page, everything else to the ticket. */
const urlOf = ({ ticketNo, ratingId }: Output<'message.unit'>['items'][number]) => {
  if (ticketNo !== null) return `/clerk/appeal/index?ticketNo=${ticketNo}`;
  return ratingId && `/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}`;
};

/** 工作消息: 站内消息 of one's units, and one's own as one who was rated. */
export default function WorkMessagesPage() {
  return (
    <Screen title="工作消息">
      <MessageList load={load} urlOf={urlOf} />
    </Screen>
  );
}
