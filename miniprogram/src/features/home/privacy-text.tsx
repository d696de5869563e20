import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import './me.css';

const LINES = [
  '评价不需要注册，也不需要手机号。窗口人员看不到您是谁，也看不到您评价的具体时刻。',
  '我们保存：您选择的等级、标签、原因、照片和评价时间，以及由微信身份换算出的代号，用来让您本人查到自己的评价。',
  '照片会去掉拍摄地点、时间和设备信息。',
  '填写中的内容只保存在您的手机上，提交后即从手机上删除。',
];

/** 隐私说明, in plain words; in WeChat also the formal notice. */
export const PrivacyText = () => (
  <Card heading="隐私说明">
    {LINES.map((line) => (
      <View key={line} className="me__line">
        {line}
      </View>
    ))}
    {process.env.TARO_ENV === 'weapp' && (
      <Button id="privacy-contract" look="link" onPress={() => void Taro.openPrivacyContract()}>
        查看《用户隐私保护指引》
      </Button>
    )}
  </Card>
);
