import { countCharacters } from '@shared/domain/rating';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { TextArea } from '../../components/text-area';
import type { Draft } from './draft';
import type { ReasonProps } from './reason-fields';
import { TagChoice } from './tag-choice';

// 基本满意 is no praise yet: nobody is asked for any.
const headingOf = (level: Draft['level']) => (level === 'basicallySatisfied' ? '有什么想说的' : '说说好在哪里');

type Props = Pick<ReasonProps, 'draft' | 'tags' | 'rules' | 'complaint' | 'onChange'>;

/** What one may add to a rating that needs no reason; folded, unless something stands there already. */
export const PraiseFields = ({ draft, tags, rules, complaint, onChange }: Props) => {
  const hasWords = draft.comment !== '' || tags.some(({ code }) => draft.tags.includes(code));
  const [unfolded, setUnfolded] = useState(false);
  if (!unfolded && !hasWords) {
    return (
      <Button id="unfold-praise" look="plain" onPress={() => setUnfolded(true)}>
        可选：{headingOf(draft.level)}
      </Button>
    );
  }
  return (
    <Card heading={`${headingOf(draft.level)}（可选）`}>
      <FieldError id="reason-error" message={complaint?.field === 'reason' ? complaint.message : null} />
      <View>
        <TagChoice tags={tags} chosen={draft.tags} onChange={(chosen) => onChange({ tags: chosen })} />
        <TextArea
          id="comment"
          label="想说的话"
          value={draft.comment}
          placeholder="想说的话"
          count={countCharacters(draft.comment)}
          limit={rules.rating.commentMaxCharacters.value}
          onInput={(comment) => onChange({ comment })}
        />
      </View>
    </Card>
  );
};
