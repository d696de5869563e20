import { Screen } from '../../components/screen';
import { OwnRatings } from '../../features/clerk/own-ratings';

definePageConfig({ navigationBarTitleText: '我的评价情况' });

/** What was said of the clerk who looks, month by month. */
export default function OwnRatingsPage() {
  return (
    <Screen title="我的评价情况">
      <OwnRatings />
    </Screen>
  );
}
