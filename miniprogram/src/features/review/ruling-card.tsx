import type { AppealRules } from '@shared/domain/appeal';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import type { Shown } from './review-moves';
import { sayRuling } from './review-words';
import './review.css';

type Ruling = NonNullable<Shown['appeal']['ruling']>;
type FactsProps = { readonly ruling: Ruling; readonly rules: AppealRules; readonly isProposed: boolean };

/** 裁定: what, and why in the words that both parties read. */
export const RulingFacts = ({ ruling, rules, isProposed }: FactsProps) => (
  <View>
    <Fact name={isProposed ? '拟裁定' : '裁定'}>
      {isProposed ? '拟' : ''}
      {sayRuling(ruling, rules)}
    </Fact>
    <Fact name="理由">{ruling.words}</Fact>
    <Fact name="日期">{sayDay(ruling.on)}</Fact>
  </View>
);

type Props = { readonly shown: Shown; readonly rules: AppealRules };

/** 拟裁定, while another one has not confirmed it. */
export const ProposedRuling = ({ shown, rules }: Props) =>
  shown.appeal.ruling && (
    <Card id="ruling" heading="拟裁定">
      <RulingFacts ruling={shown.appeal.ruling} rules={rules} isProposed />
      <View className="quiet review__note">由另一位监督人员确认以后才算数；提出的人不能自己确认。</View>
    </Card>
  );

/** 裁定, as two persons decided, and what the rater says against it. */
export const Decision = ({ shown, rules }: Props) => {
  const { decision, objection } = shown.appeal;
  return (
    <View>
      {decision && (
        <Card id="decision" heading={objection ? '最近一次裁定' : '裁定'}>
          <RulingFacts ruling={decision} rules={rules} isProposed={false} />
        </Card>
      )}
      {objection && (
        <Card id="objection" heading="评价人的异议">
          <Fact name="日期">{sayDay(objection.on)}</Fact>
          <Fact name="原话">{objection.words}</Fact>
        </Card>
      )}
    </View>
  );
};
