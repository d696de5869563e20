import type { Likeness } from '@shared/domain/ticket-filters';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { RefusedPage } from '../refusal/refused-page';
import './ticket-list.css';

type Cluster = Output<'ticket.clusters'>['items'][number];

const show = (like: Likeness) => {
  const query = Object.entries(like).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return Taro.navigateTo({ url: `/staff/alike/index?${query.join('&')}` });
};

const ClusterCell = ({ cluster: { like, title, unit, count, open } }: { readonly cluster: Cluster }) => (
  <Cell title={title} onPress={() => void show(like)}>
    {unit !== null && <View className="quiet as-typed">{unit}</View>}
    <View className="quiet">
      {count} 件，未办结 {open} 件
    </View>
  </Cell>
);

type GroupProps = { readonly heading: string; readonly clusters: readonly Cluster[] };

const Group = ({ heading, clusters }: GroupProps) =>
  clusters.length === 0 ? null : (
    <View>
      <View className="ticket-list__group" {...told({ role: 'heading', level: 2 })}>
        {heading}
      </View>
      <View className="cells">
        {clusters.map((cluster) => (
          <ClusterCell key={JSON.stringify(cluster.like)} cluster={cluster} />
        ))}
      </View>
    </View>
  );

/** 同类问题 of the jurisdiction: where the same is said again and again, one cure may serve for all. */
export const ClusterList = () => {
  const { loaded, reload } = useAnswer('ticket.clusters', {});
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const { scope, since, items } = loaded.value;
  return (
    <View id="clusters">
      <View className="ticket-list__scope" {...told({ role: 'heading', level: 2 })}>
        {scope}
      </View>
      <View className="quiet ticket-list__about">
        未办结的和 {sayDay(since)}以来的工单，同样的问题有两件以上的列在这里。
      </View>
      {items.length === 0 && <Empty message="没有重复出现的问题。" />}
      <Group heading="同一单位、同一类原因" clusters={items.filter(({ like }) => like.by === 'cause')} />
      <Group heading="同一个标签" clusters={items.filter(({ like }) => like.by === 'tag')} />
    </View>
  );
};
