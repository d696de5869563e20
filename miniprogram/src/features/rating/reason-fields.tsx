import { countCharacters } from '@shared/domain/rating';
import type { Tag } from '@shared/domain/tag';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { TextArea } from '../../components/text-area';
import { TextLine } from '../../components/text-line';
import type { Draft } from './draft';
import { PhotoField } from './photo-field';
import './reason-fields.css';
import type { rulesHere } from './rules-here';
import { TagChoice } from './tag-choice';
import type { Complaint, Field } from './use-submit';

export type ReasonProps = {
  readonly draft: Draft;
  readonly tags: readonly Tag[];
  readonly rules: ReturnType<typeof rulesHere>;
  readonly complaint: Complaint | null;
  readonly asksCaseNo: boolean;
  readonly onChange: (changes: Partial<Draft>) => void;
  readonly onPhotos: (change: (photos: Draft['photos']) => Draft['photos']) => void;
};

const errorAt = (complaint: Complaint | null, field: Field) => (complaint?.field === field ? complaint.message : null);

/** 原因、照片 and 办件编号 of a bad rating. */
export const ReasonFields = ({ draft, tags, rules, complaint, asksCaseNo, onChange, onPhotos }: ReasonProps) => (
  <View id="reasons">
    <Card heading="哪里不满意？（请选择标签或填写原因）">
      <FieldError id="reason-error" message={errorAt(complaint, 'reason')} />
      <TagChoice tags={tags} chosen={draft.tags} onChange={(chosen) => onChange({ tags: chosen })} />
      <TextArea
        id="comment"
        label="原因"
        value={draft.comment}
        placeholder="原因：发生了什么，希望怎样改进"
        count={countCharacters(draft.comment)}
        limit={rules.rating.commentMaxCharacters.value}
        onInput={(comment) => onChange({ comment })}
      />
    </Card>
    <Card heading="照片（可选）">
      <View className="quiet">最多 {rules.rating.photosMax.value} 张，会去掉拍摄地点和时间。</View>
      <PhotoField
        photos={draft.photos}
        limit={rules.rating.photosMax.value}
        error={errorAt(complaint, 'photos')}
        onChange={onPhotos}
      />
    </Card>
    {asksCaseNo && (
      <Card heading="办件编号（可选）">
        <View className="quiet">在受理回执上，填了便于查找，不填也可以评价。</View>
        <FieldError id="case-error" message={errorAt(complaint, 'caseNo')} />
        <TextLine
          id="case-no"
          label="办件编号"
          value={draft.caseNo}
          placeholder="没有可以不填"
          onInput={(caseNo) => onChange({ caseNo })}
        />
        <View className="quiet reason__second">回执上还有查询码的，填了就证明您办过这件事，不用再提供个人信息。</View>
        <TextLine
          id="receipt-code"
          label="回执查询码"
          value={draft.receiptCode}
          placeholder="回执查询码（选填）"
          onInput={(receiptCode) => onChange({ receiptCode })}
        />
      </Card>
    )}
  </View>
);
