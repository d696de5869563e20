import type { AppealRules } from '@shared/domain/appeal';
import { sayDay } from '@shared/kernel/time';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { EvidenceList } from './evidence-list';
import type { Shown } from './review-moves';
import { sayReason } from './review-words';

type Props = { readonly shown: Shown; readonly rules: AppealRules };

/** 申诉, in the clerk's words, with all evidence that was handed in so far. */
export const AppealCard = ({ shown: { appeal }, rules }: Props) => (
  <Card id="appeal-said" heading="工作人员的申诉">
    <Fact name="理由">{sayReason(appeal.reason, rules)}</Fact>
    <Fact name="说明">{appeal.words}</Fact>
    <Fact name="提出日期">{sayDay(appeal.filedOn)}</Fact>
    {appeal.renewals > 0 && <Fact name="再次申诉">{appeal.renewals} 次</Fact>}
    <EvidenceList evidence={appeal.evidence} />
  </Card>
);

type OpinionProps = Pick<Props, 'shown'>;

/** 单位意见 */
export const OpinionCard = ({ shown: { appeal } }: OpinionProps) =>
  appeal.opinion && (
    <Card id="opinion" heading="单位意见">
      <Fact name="意见">{appeal.opinion.endorses ? '同意报送' : '不同意报送'}</Fact>
      <Fact name="说明">{appeal.opinion.words}</Fact>
      <Fact name="日期">{sayDay(appeal.opinion.on)}</Fact>
    </Card>
  );
