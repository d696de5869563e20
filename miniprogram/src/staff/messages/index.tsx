import Taro from '@tarojs/taro';
import type { Input } from '../../api/actions';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { MessageList } from '../../features/message/message-list';

definePageConfig({ navigationBarTitleText: '单位消息' });

const load = (page: Input<'message.unit'>) => call('message.unit', page);

const show = (ratingId: string) =>
  void Taro.navigateTo({ url: `/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}` });

/** 站内消息 of one's units. */
export default function UnitMessagesPage() {
  return (
    <Screen title="单位消息">
      <MessageList load={load} onOpen={show} />
    </Screen>
  );
}
