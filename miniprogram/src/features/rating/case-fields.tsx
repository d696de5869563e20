import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { TextLine } from '../../components/text-line';
import './case-fields.css';
import type { ReasonProps } from './reason-fields';

type Props = Pick<ReasonProps, 'draft' | 'complaint' | 'onChange'>;

/** 办件编号 and, for who has the slip at hand, its 查询码: both of free will. */
export const CaseFields = ({ draft, complaint, onChange }: Props) => (
  <Card heading="办件编号（可选）">
    <View className="quiet">在受理回执上，填了便于查找，不填也可以评价。</View>
    <FieldError id="case-error" message={complaint?.field === 'caseNo' ? complaint.message : null} />
    <TextLine
      id="case-no"
      label="办件编号"
      value={draft.caseNo}
      placeholder="没有可以不填"
      onInput={(caseNo) => onChange({ caseNo })}
    />
    <View className="quiet case-fields__second">回执上还有查询码的，填了就证明您办过这件事，不用再提供个人信息。</View>
    <TextLine
      id="receipt-code"
      label="回执查询码"
      value={draft.receiptCode}
      placeholder="回执查询码（选填）"
      onInput={(receiptCode) => onChange({ receiptCode })}
    />
  </Card>
);
