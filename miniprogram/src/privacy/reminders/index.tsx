import { Screen } from '../../components/screen';
import { Reminders } from '../../features/notification/reminders';

definePageConfig({ navigationBarTitleText: '消息提醒' });

/** 消息提醒 of the rater. */
export default function RemindersPage() {
  return (
    <Screen title="消息提醒">
      <Reminders kind="progress" />
    </Screen>
  );
}
