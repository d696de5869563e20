import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { Fact } from '../../components/fact';
import { Notice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { MonthSwitch } from '../clerk/month-switch';
import { RefusedPage } from '../refusal/refused-page';

type Statistics = Output<'appeal.statistics'>;
type Counts = Statistics['total'] | Statistics['units'][number];

/** 2 件 / 3 件，67%: rounded once, half up, here; — when nothing was decided. */
const sayRate = (rate: Counts['grantRate']): string => {
  if (!rate) return '—';
  const { numerator, denominator } = rate;
  return `${numerator} / ${denominator}，${Math.floor((200 * numerator + denominator) / (2 * denominator))}%`;
};

const sayDenied = ({ denied, explained }: Counts): string =>
  explained > 0 ? `${denied} 件（其中解释说明 ${explained} 件）` : `${denied} 件`;

const Total = ({ total }: Pick<Statistics, 'total'>) => (
  <Card id="statistics-total" heading={total.org}>
    <Fact name="提出">{total.filed} 件</Fact>
    <Fact name="正在办">{total.open} 件</Fact>
    <Fact name="采纳">{total.granted} 件</Fact>
    <Fact name="驳回">{sayDenied(total)}</Fact>
    <Fact name="撤回、失效">
      {total.withdrawn} 件、{total.lapsed} 件
    </Fact>
    <Fact name="采纳率">{sayRate(total.grantRate)}</Fact>
    {total.correctionPending + total.corrected > 0 && (
      <Fact name="报市修正">
        待确认 {total.correctionPending} 件、已修正 {total.corrected} 件
      </Fact>
    )}
  </Card>
);

const UnitRow = ({ unit }: { readonly unit: Statistics['units'][number] }) => (
  <Cell title={<View className="as-typed">{unit.unit}</View>}>
    <View className="quiet">
      提出 {unit.filed} 件 · 正在办 {unit.open} 件 · 采纳 {unit.granted} 件 · 驳回 {sayDenied(unit)}
    </View>
  </Cell>
);

const Units = ({ units }: Pick<Statistics, 'units'>) => {
  const appealed = units.filter(({ filed }) => filed > 0);
  const others = units.length - appealed.length;
  return (
    <View>
      {appealed.length > 0 && (
        <View className="cells" id="statistics-units">
          {appealed.map((unit) => (
            <UnitRow key={unit.unit} unit={unit} />
          ))}
        </View>
      )}
      {others > 0 && <Card>{appealed.length > 0 ? `其余 ${others} 个单位没有申诉。` : '辖区内没有申诉。'}</Card>}
    </View>
  );
};

const Shown = ({ isComplete, total, units }: Statistics) => (
  <View>
    {!isComplete && <Notice id="statistics-behind">数字还在统计，稍后会更准。</Notice>}
    <Total total={total} />
    <Units units={units} />
    <Card>
      <View>按服务那天所在的月份统计。采纳率是采纳的除以采纳和驳回的。</View>
      <View className="quiet">这些数字不含任何人的信息，可以对外公布。</View>
    </Card>
  </View>
);

/** 申诉统计: how many were filed and what became of them, by unit; of nobody's ratings one by one. */
export const AppealStatistics = () => {
  const [month, setMonth] = useState<string>();
  const [thisMonth, setThisMonth] = useState<string>();
  const { loaded, reload } = useAnswer('appeal.statistics', month === undefined ? {} : { from: month, to: month });
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const { value } = loaded;
  // The first answer, to no month in particular, is of this month.
  const latest = thisMonth ?? value.to;
  const turn = (to: string) => {
    setThisMonth(latest);
    setMonth(to);
  };
  const isBehind = month !== undefined && month !== value.to;
  return (
    <View id="statistics">
      <MonthSwitch month={month ?? value.to} thisMonth={latest} onTurn={turn} />
      {isBehind ? <Skeleton lines={6} /> : <Shown {...value} />}
    </View>
  );
};
