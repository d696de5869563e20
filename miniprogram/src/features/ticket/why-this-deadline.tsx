import { sayBasis, saySpan } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Disclosure } from '../../components/disclosure';
import { Fact } from '../../components/fact';
import './ticket-clock.css';

type Why = NonNullable<Output<'ticket.show'>['clocks'][number]['why']>;
type Props = { readonly step: string; readonly why: Why };

/** 为什么是这个期限: the rule, the start, and every day that was counted or skipped. */
export const WhyThisDeadline = ({ step, why }: Props) => {
  const { startedOn, span, basis, calendarRevisions, counted, skipped } = why;
  return (
    <Disclosure id={`why-${step}`} title="为什么是这个期限">
      {basis.proposal && <View className="ticket-clock__proposal">建议值</View>}
      <Fact name="依据">{sayBasis(basis)}</Fact>
      <Fact name="期限">{saySpan(span)}</Fact>
      <Fact name="开始">{sayDay(startedOn)}（当天不计入）</Fact>
      <Fact name="计入">{counted.map(sayDay).join('、') || '无'}</Fact>
      <Fact name="不计入">
        {skipped.map(({ day, why: reason }) => `${sayDay(day)}（${reason}）`).join('、') || '无'}
      </Fact>
      <Fact name="放假安排">{calendarRevisions.join('、')}</Fact>
    </Disclosure>
  );
};
