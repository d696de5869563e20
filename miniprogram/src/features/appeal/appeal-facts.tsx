import { APPEAL_REASON_LABELS } from '@shared/domain/appeal-labels';
import { sayBasis } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Disclosure } from '../../components/disclosure';
import { Fact } from '../../components/fact';
import type { OwnAppeal } from './appeal-draft';
import { EvidenceList } from './evidence-list';

type Props = {
  readonly appeal: Pick<
    OwnAppeal,
    'appealNo' | 'reason' | 'words' | 'evidence' | 'unit' | 'bureau' | 'routedBy' | 'filedOn' | 'renewals'
  >;
};

/** 申诉 as it was filed, with its evidence, and where it goes. */
export const AppealFacts = ({ appeal }: Props) => {
  const { appealNo, reason, words, evidence, unit, bureau, routedBy, filedOn, renewals } = appeal;
  return (
    <Card id="appeal-facts" heading="申诉的内容">
      <Fact name="理由">{APPEAL_REASON_LABELS[reason]}</Fact>
      <Fact name="情况">{words}</Fact>
      <EvidenceList evidence={evidence} />
      <Fact name="提出日期">{sayDay(filedOn)}</Fact>
      {renewals > 0 && <Fact name="再次申诉">{renewals} 次</Fact>}
      <Fact name="单位">{unit ?? '不经过单位，直接复核'}</Fact>
      <Fact name="复核">{bureau}</Fact>
      <Fact name="申诉编号">{appealNo}</Fact>
      <Disclosure id="why-this-route" title="为什么由这里复核">
        <View className="as-typed">{sayBasis(routedBy)}</View>
      </Disclosure>
    </Card>
  );
};
