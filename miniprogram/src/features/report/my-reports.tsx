import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { Notice } from '../../components/notice';
import { ReportForm } from './report-form';
import './report.css';

type Mine = Output<'retaliation.mine'>;
type Props = { readonly ratingId: string; readonly mine: Mine; readonly onSent: () => void };

const MyReport = ({ report }: { readonly report: Mine['items'][number] }) => (
  <Card heading={report.result === null ? '已反映，等待办理' : '已办结'}>
    <View className="report__text as-typed">{report.text}</View>
    <Fact name="时间">{sayMoment(report.at)}</Fact>
    <Fact name="编号">{report.receiptNo}</Fact>
    <Fact name="查看单位">{report.readBy}</Fact>
    {report.result !== null && <Fact name="办理结果">{report.result}</Fact>}
  </Card>
);

/** What I have reported after this rating and what came of it, below the form for another one. */
export const MyReports = ({ ratingId, mine: { readBy, items }, onSent }: Props) => {
  const [sentNo, setSentNo] = useState<string>();
  return (
    <View id="my-reports">
      {sentNo && (
        <Notice id="report-sent">
          已收到，编号{sentNo}。由{readBy}查看，办结后会给您发消息，结果也显示在这里。
        </Notice>
      )}
      <ReportForm
        ratingId={ratingId}
        readBy={readBy}
        onSent={(receiptNo) => {
          setSentNo(receiptNo);
          onSent();
        }}
      />
      {items.map((report) => (
        <MyReport key={report.receiptNo} report={report} />
      ))}
    </View>
  );
};
