import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import './me.css';

const LINES = [
  '窗口人员看不到您是谁，也看不到您评价的具体时刻。',
  '本地要求或您自愿实名的，我们加密保存您选用的手机号或姓名和号码，您随时可以查看、撤回和删除。',
];

/** 隐私说明 in short, and the way to all of it. */
export const PrivacyText = () => (
  <Card heading="隐私说明">
    {LINES.map((line) => (
      <View key={line} className="me__line">
        {line}
      </View>
    ))}
    <Button id="to-notice" look="link" onPress={() => void Taro.navigateTo({ url: '/privacy/notice/index' })}>
      我们怎样处理您的个人信息
    </Button>
  </Card>
);
