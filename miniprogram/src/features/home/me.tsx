import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { Switch } from '../../components/switch';
import { setElderMode, useReading } from '../../hooks/use-reading';
import { MessagesCell } from '../message/messages-cell';
import './me.css';
import { PrivacyText } from './privacy-text';
import { StaffEntrance } from './staff-entrance';

const HELP = [
  '办完事后扫一扫窗口二维码，选择一个等级，就可以评价。',
  '选择不满意或非常不满意时，请选标签或写明原因，责任单位会核实、整改并答复您。',
  '没有网络也可以先填写，内容保存在手机上，网络恢复后自动提交。',
];

/** 我的: how it is shown, messages, help, and the entrance for staff. */
export const Me = () => {
  const { elder } = useReading();
  return (
    <View>
      <View className="cells me__switch">
        <Switch id="elder-mode" label="长辈模式（大字）" on={elder} onTurn={setElderMode} />
      </View>
      <View className="cells">
        <MessagesCell />
        <Cell
          id="to-reminders"
          title="消息提醒"
          onPress={() => void Taro.navigateTo({ url: '/privacy/reminders/index' })}
        />
        <Cell
          id="to-my-data"
          title="我的个人信息"
          onPress={() => void Taro.navigateTo({ url: '/privacy/data/index' })}
        />
      </View>
      <StaffEntrance />
      <Card heading="怎样评价">
        {HELP.map((line) => (
          <View key={line} className="me__line">
            {line}
          </View>
        ))}
      </Card>
      <PrivacyText />
    </View>
  );
};
