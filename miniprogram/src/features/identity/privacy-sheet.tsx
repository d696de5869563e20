import { Button as NativeButton, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import './way.css';
import { wechat } from './wechat';

type Props = { readonly onAgreed: () => void; readonly onClose: () => void };

/** WeChat's privacy guide in our own words; whoever does not agree goes another way. */
export const PrivacySheet = ({ onAgreed, onClose }: Props) => (
  <Sheet title="微信隐私保护指引" onClose={onClose}>
    <View className="way__line">微信要求您先同意本小程序的《用户隐私保护指引》，才能使用这项功能。</View>
    <View className="way__line">不同意也可以评价，也可以换一种方式实名。</View>
    <Button id="privacy-guide" look="link" onPress={() => void Taro.openPrivacyContract()}>
      查看《用户隐私保护指引》
    </Button>
    <NativeButton
      id="privacy-agree"
      className="button button--primary native-button"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgreed}
    >
      同意
    </NativeButton>
    <View className="way__submit">
      <Button id="privacy-disagree" look="plain" onPress={onClose}>
        不同意
      </Button>
    </View>
  </Sheet>
);

/** Whether WeChat wants its guide agreed to before its next function; false where it does not say. */
export const isGuideUnagreed = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!wechat?.getPrivacySetting) resolve(false);
    else
      wechat.getPrivacySetting({
        success: ({ needAuthorization }) => resolve(needAuthorization),
        fail: () => resolve(false),
      });
  });
