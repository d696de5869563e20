import { Screen } from '../../components/screen';
import { OwnShift } from '../../features/clerk/own-shift';

definePageConfig({ navigationBarTitleText: '我的岗位' });

/** The window at which the clerk stands. */
export default function ShiftPage() {
  return (
    <Screen title="我的岗位">
      <OwnShift />
    </Screen>
  );
}
