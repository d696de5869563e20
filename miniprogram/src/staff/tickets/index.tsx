import { Screen } from '../../components/screen';
import { TicketList } from '../../features/ticket/ticket-list';

definePageConfig({ navigationBarTitleText: '差评工单', enablePullDownRefresh: true });

/** 工单列表 of one's unit or jurisdiction. */
export default function TicketsPage() {
  return (
    <Screen title="差评工单">
      <TicketList />
    </Screen>
  );
}
