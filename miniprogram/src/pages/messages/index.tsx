import Taro from '@tarojs/taro';
import type { Input } from '../../api/actions';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { MessageList } from '../../features/message/message-list';

definePageConfig({ navigationBarTitleText: '我的消息' });

const load = (page: Input<'message.mine'>) => call('message.mine', page);

const show = (ratingId: string) =>
  void Taro.navigateTo({ url: `/pages/progress/index?ratingId=${encodeURIComponent(ratingId)}` });

/** 我的消息 */
export default function MessagesPage() {
  return (
    <Screen title="我的消息">
      <MessageList load={load} onOpen={show} />
    </Screen>
  );
}
