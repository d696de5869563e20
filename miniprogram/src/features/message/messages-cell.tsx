import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Cell } from '../../components/cell';
import { useAnswer } from '../../hooks/use-answer';
import { useReturn } from '../../hooks/use-return';
import './message.css';
import { useHasUnread } from './read-messages';

/** 我的消息, and whether something new stands there. */
export const MessagesCell = () => {
  const { loaded, reload } = useAnswer('message.mine', {});
  useReturn(() => void reload());
  const isNew = useHasUnread(loaded.state === 'ready' ? loaded.value.items : []);
  const title = (
    <View className="messages-cell">
      <View>我的消息</View>
      {isNew && (
        <View id="unread" className="messages-cell__new">
          有新消息
        </View>
      )}
    </View>
  );
  return <Cell id="to-messages" title={title} onPress={() => void Taro.navigateTo({ url: '/pages/messages/index' })} />;
};
