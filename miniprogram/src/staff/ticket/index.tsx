import { useRouter } from '@tarojs/taro';
import { Refused } from '../../components/refused';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { TicketPage } from '../../features/ticket/ticket-page';
import { useAnswer } from '../../hooks/use-answer';

definePageConfig({ navigationBarTitleText: '工单详情' });

/** 工单详情 of the rating `ratingId`. */
export default function TicketDetailPage() {
  const ratingId = decodeURIComponent(useRouter().params.ratingId ?? '');
  const { loaded, reload } = useAnswer('ticket.show', { ratingId });
  return (
    <Screen title="工单详情">
      {loaded.state === 'loading' && <Skeleton lines={8} />}
      {loaded.state === 'refused' && <Refused message={loaded.refusal.message} onRetry={reload} />}
      {loaded.state === 'ready' && <TicketPage ticket={loaded.value} />}
    </Screen>
  );
}
