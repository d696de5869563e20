import { Screen } from '../../components/screen';
import { Reminders } from '../../features/notification/reminders';

definePageConfig({ navigationBarTitleText: '工作提醒' });

/** 工作提醒 of officials. */
export default function WorkRemindersPage() {
  return (
    <Screen title="工作提醒">
      <Reminders kind="work" />
    </Screen>
  );
}
