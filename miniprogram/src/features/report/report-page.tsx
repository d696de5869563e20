import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { AsSaid } from '../rating/as-said';
import { ServedBy } from '../rating/served-by';
import { CloseReport } from './close-report';
import './report.css';

type Props = { readonly report: Output<'report.show'>; readonly onClosed: () => void };

/** 群众反映详情: what was reported, after which rating, and the answer. Nothing of who wrote it. */
export const ReportPage = ({ report, onClosed }: Props) => {
  const { reportId, receiptNo, on, text, state, result, rating } = report;
  return (
    <View id="report">
      <Card heading={state === 'open' ? '反映 · 待办' : '反映 · 已办结'}>
        <View className="report__text as-typed">{text}</View>
        <Fact name="日期">{sayDay(on)}</Fact>
        <Fact name="编号">{receiptNo}</Fact>
      </Card>
      <AsSaid heading="反映人的评价" said={{ ...rating, photoUrls: [], caseNo: null }} />
      <Card heading="评价对象">
        <ServedBy servedBy={rating.servedBy} />
        <Fact name="评价日期">{sayDay(rating.ratedOn)}</Fact>
      </Card>
      {result === null ? (
        <CloseReport reportId={reportId} onClosed={onClosed} />
      ) : (
        <Card heading="办理结果">
          <View className="report__text as-typed">{result}</View>
        </Card>
      )}
    </View>
  );
};
