import type { Input, Output } from '../../api/actions';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { MessageList } from '../../features/message/message-list';
import { markRead } from '../../features/message/read-messages';

definePageConfig({ navigationBarTitleText: '我的消息' });

const load = async (page: Input<'message.mine'>) => {
  const answer = await call('message.mine', page);
  if (answer.ok) markRead(answer.value.items);
  return answer;
};

const urlOf = ({ ratingId }: Output<'message.mine'>['items'][number]) =>
  ratingId && `/mine/progress/index?ratingId=${encodeURIComponent(ratingId)}`;

/** 我的消息 */
export default function MessagesPage() {
  return (
    <Screen title="我的消息">
      <MessageList load={load} urlOf={urlOf} />
    </Screen>
  );
}
