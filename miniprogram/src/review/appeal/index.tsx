import { useRouter } from '@tarojs/taro';
import { AppealScreen } from '../../features/review/appeal-screen';

definePageConfig({ navigationBarTitleText: '申诉详情' });

/** 申诉详情 of the rating `ratingId`. */
export default function AppealDetailPage() {
  return <AppealScreen ratingId={decodeURIComponent(useRouter().params.ratingId ?? '')} />;
}
