import { Screen } from '../../components/screen';
import { ClusterList } from '../../features/ticket/cluster-list';

definePageConfig({ navigationBarTitleText: '同类问题', enablePullDownRefresh: true });

/** 同类问题 of the jurisdiction. */
export default function ClustersPage() {
  return (
    <Screen title="同类问题">
      <ClusterList />
    </Screen>
  );
}
