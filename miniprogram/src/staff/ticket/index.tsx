import { useRouter } from '@tarojs/taro';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { RefusedPage } from '../../features/refusal/refused-page';
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
      {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      {loaded.state === 'ready' && <TicketPage ticket={loaded.value} />}
    </Screen>
  );
}
