import { useRouter } from '@tarojs/taro';
import { TicketScreen } from '../../features/ticket/ticket-screen';

definePageConfig({ navigationBarTitleText: '工单详情' });

/** 工单详情 of the rating `ratingId`. */
export default function TicketDetailPage() {
  return <TicketScreen ratingId={decodeURIComponent(useRouter().params.ratingId ?? '')} />;
}
