import { Screen } from '../../components/screen';
import { PrivacyNotice } from '../../features/personal-data/privacy-notice';

definePageConfig({ navigationBarTitleText: '个人信息处理说明' });

/** 我们怎样处理您的个人信息 */
export default function PrivacyNoticePage() {
  return (
    <Screen title="个人信息处理说明">
      <PrivacyNotice />
    </Screen>
  );
}
