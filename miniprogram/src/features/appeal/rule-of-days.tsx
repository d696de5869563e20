import { sayBasis, saySpan } from '@shared/domain/labels';
import type { Span } from '@shared/domain/working-time';
import type { Clause } from '@shared/kernel/clause';
import { View } from '@tarojs/components';
import { Disclosure } from '../../components/disclosure';
import { Fact } from '../../components/fact';
import '../ticket/ticket-clock.css';

type Props = {
  readonly id: string;
  readonly rule: Clause<Span>;
  /** From when it is counted. */
  readonly from: string;
};

/** 为什么是这个期限, of one that is not counted out day by day. */
export const RuleOfDays = ({ id, rule: { value, basis }, from }: Props) => (
  <Disclosure id={id} title="为什么是这个期限">
    {basis.proposal && <View className="ticket-clock__proposal">建议值</View>}
    <Fact name="依据">{sayBasis(basis)}</Fact>
    <Fact name="期限">
      {saySpan(value)}，{from}
    </Fact>
  </Disclosure>
);
