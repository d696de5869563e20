import { countCharacters } from '@shared/domain/rating';
import type { Tag } from '@shared/domain/tag';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { TextArea } from '../../components/text-area';
import type { Draft } from './draft';
import { PhotoField } from './photo-field';
import type { rulesHere } from './rules-here';
import { TagChoice } from './tag-choice';
import type { Complaint, Field } from './use-submit';

export type ReasonProps = {
  readonly draft: Draft;
  readonly tags: readonly Tag[];
  readonly rules: ReturnType<typeof rulesHere>;
  readonly complaint: Complaint | null;
  readonly onChange: (changes: Partial<Draft>) => void;
  readonly onPhotos: (change: (photos: Draft['photos']) => Draft['photos']) => void;
};

const errorAt = (complaint: Complaint | null, field: Field) => (complaint?.field === field ? complaint.message : null);

/** 原因 and 照片 of a bad rating. */
export const ReasonFields = ({ draft, tags, rules, complaint, onChange, onPhotos }: ReasonProps) => (
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
  </View>
);
