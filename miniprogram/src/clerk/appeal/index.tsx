import { useRouter } from '@tarojs/taro';
import { ToldScreen } from '../../features/appeal/told-screen';

definePageConfig({ navigationBarTitleText: '差评和申诉' });

/** One bad rating and the appeal against it, by the number of its ticket. */
export default function AppealPage() {
  return <ToldScreen ticketNo={decodeURIComponent(useRouter().params.ticketNo ?? '')} />;
}
