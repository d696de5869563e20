import { APPEAL_REASON_LABELS } from '@shared/domain/appeal-labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import type { OwnAppeal } from './appeal-draft';

/** 单位意见 */
export const UnitOpinion = ({ opinion }: Pick<OwnAppeal, 'opinion'>) =>
  opinion && (
    <Card id="opinion" heading="单位意见">
      <Fact name="意见">{opinion.endorses ? '同意报送' : '不同意报送'}</Fact>
      <Fact name="理由">{opinion.words}</Fact>
      <Fact name="日期">{sayDay(opinion.on)}</Fact>
    </Card>
  );

type Decision = NonNullable<OwnAppeal['decision']>;

const sayDecision = ({ grants, isExplanation }: Pick<Decision, 'grants' | 'isExplanation'>): string => {
  if (grants) return '采纳，这条评价不予采纳';
  return isExplanation ? '解释说明，这条评价有效' : '驳回，这条评价有效';
};

/** 裁定, as two persons decided it. */
export const AppealDecision = ({ decision }: Pick<OwnAppeal, 'decision'>) =>
  decision && (
    <Card id="decision" heading="复核决定">
      <Fact name="决定">{sayDecision(decision)}</Fact>
      {decision.reason && <Fact name="认定">{APPEAL_REASON_LABELS[decision.reason]}</Fact>}
      <Fact name="理由">{decision.words}</Fact>
      <Fact name="日期">{sayDay(decision.on)}</Fact>
      <View className="quiet">由两个人决定：一人提出，另一人确认。</View>
    </Card>
  );
