import { Screen } from '../../components/screen';
import { ClueList } from '../../features/clue/clue-list';

definePageConfig({ navigationBarTitleText: '线索', enablePullDownRefresh: true });

/** 线索 that supervisors transferred. */
export default function CluesPage() {
  return (
    <Screen title="线索">
      <ClueList />
    </Screen>
  );
}
