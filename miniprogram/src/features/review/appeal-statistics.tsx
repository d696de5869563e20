import { sayPercent } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { Disclosure } from '../../components/disclosure';
import { Fact } from '../../components/fact';
import { Notice } from '../../components/notice';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { MonthSwitch } from '../figures/month-switch';
import { RefusedPage } from '../refusal/refused-page';
import './appeal-statistics.css';

type Statistics = Output<'appeal.statistics'>;
type Unit = Statistics['units'][number];
type Counts = Omit<Statistics['total'], 'org'>;

const sayRate = ({ grantRate }: Counts): string => (grantRate ? sayPercent(grantRate) : '—');

const deniedOf = ({ denied, explained }: Counts): string =>
  explained > 0 ? `${denied} 件（其中解释说明 ${explained} 件）` : `${denied} 件`;

/** What became of them, by name; the city's part only where there is one. */
const outcomesOf = (counts: Counts): readonly (readonly [name: string, cases: string, count: number])[] => {
  const { open, granted, denied, withdrawn, lapsed, correctionPending, corrected } = counts;
  return [
    ['正在办', `${open} 件`, open],
    ['采纳', `${granted} 件`, granted],
    ['驳回', deniedOf(counts), denied],
    ['撤回', `${withdrawn} 件`, withdrawn],
    ['失效', `${lapsed} 件`, lapsed],
    ...(correctionPending + corrected > 0
      ? ([
          ['待市里修正', `${correctionPending} 件`, correctionPending],
          ['市里已修正', `${corrected} 件`, corrected],
        ] as const)
      : []),
  ];
};

const Total = ({ total }: Pick<Statistics, 'total'>) => (
  <Card id="total" heading={total.org}>
    {total.filed === 0 ? (
      <View>这个月的服务没有申诉。</View>
    ) : (
      <View>
        <View className="appeal-statistics__rate">采纳率 {sayRate(total)}</View>
        <View className="quiet">
          {total.grantRate
            ? `已裁定 ${total.grantRate.denominator} 件，采纳 ${total.grantRate.numerator} 件`
            : '还没有裁定的申诉'}
        </View>
        <View className="appeal-statistics__counts">
          <Fact name="提出">{total.filed} 件</Fact>
          {outcomesOf(total).map(([name, cases]) => (
            <Fact key={name} name={name}>
              {cases}
            </Fact>
          ))}
        </View>
      </View>
    )}
  </Card>
);

const UnitRow = ({ unit }: { readonly unit: Unit }) => (
  <Cell id={`unit-${unit.unitId}`} title={<View className="appeal-statistics__unit as-typed">{unit.unit}</View>}>
    <View>
      {[
        `提出 ${unit.filed} 件`,
        ...outcomesOf(unit).flatMap(([name, cases, n]) => (n > 0 ? `${name} ${cases}` : [])),
      ].join('，')}
    </View>
    <View className="quiet">
      采纳率 {unit.grantRate ? `${unit.grantRate.numerator}/${unit.grantRate.denominator}，${sayRate(unit)}` : '—'}
    </View>
  </Cell>
);

/** Those with an appeal, most first; all others in one line. */
const Units = ({ units }: Pick<Statistics, 'units'>) => {
  const some = units.filter(({ filed }) => filed > 0).sort((a, b) => b.filed - a.filed);
  const none = units.filter(({ filed }) => filed === 0);
  return (
    <View>
      {some.length > 0 && (
        <View className="cells">
          {some.map((unit) => (
            <UnitRow key={unit.unitId} unit={unit} />
          ))}
        </View>
      )}
      {some.length > 0 && none.length > 0 && (
        <Card>
          <Disclosure id="without" title={`另有 ${none.length} 个单位没有申诉`}>
            <View className="as-typed">{none.map(({ unit }) => unit).join('、')}</View>
          </Disclosure>
        </Card>
      )}
    </View>
  );
};

const Shown = ({ isComplete, total, units }: Statistics) => (
  <View>
    {!isComplete && <Notice id="incomplete">数字还在统计，稍后会更准。</Notice>}
    <Total total={total} />
    <Units units={units} />
  </View>
);

/** 申诉统计 of the jurisdiction and its units, one month of services at a time. */
export const AppealStatistics = () => {
  const [month, setMonth] = useState<string>();
  const { loaded, reload } = useAnswer('appeal.statistics', month === undefined ? {} : { from: month, to: month });
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const { value } = loaded;
  const isBehind = month !== undefined && month !== value.to;
  return (
    <View id="statistics">
      <MonthSwitch month={month ?? value.to} thisMonth={value.thisMonth} onTurn={setMonth} />
      {isBehind ? <Skeleton lines={8} /> : <Shown {...value} />}
      <Card>
        <View>按服务那天算：不管哪天申诉、哪天裁定，都算在被评价的那次服务的月份里。</View>
        <View className="quiet">这些数字不含任何人的信息，可以对外公布。</View>
      </Card>
    </View>
  );
};
