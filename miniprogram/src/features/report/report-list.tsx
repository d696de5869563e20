import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import type { Input } from '../../api/actions';
import { call } from '../../api/call';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { MoreOfList } from '../../components/more-of-list';
import { Skeleton } from '../../components/skeleton';
import { usePages } from '../../hooks/use-pages';
import { sayWhere } from '../rating/say-where';
import { RefusedPage } from '../refusal/refused-page';
import './report.css';

const reports = (page: Input<'report.list'>) => call('report.list', page);

const open = (reportId: string) =>
  void Taro.navigateTo({ url: `/staff/report/index?reportId=${encodeURIComponent(reportId)}` });

/** 群众反映, newest first; what was written is read on its own page. */
export const ReportList = () => {
  const { loaded, items, reload, more } = usePages(reports);
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  // Coming back from one that was closed. The first time it is being read already.
  useDidShow(() => {
    if (loaded.state === 'ready') void reload();
  });
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  return (
    <View id="reports">
      <View className="quiet report__about">
        群众因评价受到打击报复，密封反映到您的单位。被评价的单位和人员看不到；打开一份会留下记录。
      </View>
      {items.length === 0 ? (
        <Empty message="没有群众反映。" />
      ) : (
        <View className="cells">
          {items.map(({ reportId, receiptNo, on, servedBy, state }) => (
            <Cell
              key={reportId}
              id={`report-${receiptNo}`}
              title={`${state === 'open' ? '待办' : '已办结'} · ${sayDay(on)}`}
              onPress={() => open(reportId)}
            >
              <View className="quiet as-typed">{sayWhere(servedBy)}</View>
              <View className="quiet">编号 {receiptNo}</View>
            </Cell>
          ))}
        </View>
      )}
      <MoreOfList {...more} />
    </View>
  );
};
