import type { Cause } from '@shared/domain/handling';
import { CAUSE_LABELS } from '@shared/domain/ticket-labels';
import { REPLY_TEMPLATES } from '@shared/policy/reply-templates';
import { View } from '@tarojs/components';
import { pressable } from '../../components/accessible';
import { Disclosure } from '../../components/disclosure';
import { PhotoField } from '../rating/photo-field';
import type { FieldsProps } from './move-fields';
import { WordsField } from './words-field';
import './move.css';

type TemplatesProps = { readonly cause: Cause; readonly onInsert: (text: string) => void };

const Templates = ({ cause, onInsert }: TemplatesProps) => (
  <Disclosure id="templates" title={`答复模板（${CAUSE_LABELS[cause]}）`}>
    <View className="quiet">点按插入，再把【】里的内容改成实际情况。</View>
    {REPLY_TEMPLATES[cause].map((text, index) => (
      <View
        key={text}
        id={`template-${index}`}
        className="move__template"
        {...pressable(() => onInsert(text), { label: `插入：${text}` })}
      >
        {text}
      </View>
    ))}
  </Disclosure>
);

const PHOTOS_MAX = 9;

const joined = (before: string, text: string) => (before.trim() === '' ? text : `${before.trimEnd()}\n${text}`);

/** 整改结果: what was done, what the rater reads, and the evidence. */
export const ResultFields = ({ ticket, draft, onChange, errorAt }: FieldsProps) => {
  const { classification, rectification } = ticket.handling;
  const hadPhotos = (rectification?.photoUrls.length ?? 0) > 0;
  return (
    <View>
      <WordsField
        id="measures"
        label="整改措施（供审核）"
        placeholder="做了什么，怎样核对"
        value={draft.measures}
        error={errorAt('measures')}
        onInput={(measures) => onChange(() => ({ measures }))}
      />
      <WordsField
        id="reply"
        label="给评价人的答复"
        placeholder="核实到什么，怎样改的"
        value={draft.reply}
        error={errorAt('reply')}
        onInput={(reply) => onChange(() => ({ reply }))}
      />
      <View className="quiet">审核通过后，评价人会原样看到这段答复，请不要写工作人员和评价人的姓名、电话。</View>
      {classification && (
        <Templates
          cause={classification.cause}
          onInsert={(text) => onChange(({ reply }) => ({ reply: joined(reply, text) }))}
        />
      )}
      <View className="move__field">
        <View className="move__label">照片（可选，最多 {PHOTOS_MAX} 张）</View>
        {hadPhotos && <View className="quiet">上次提交的照片不会带过来，请重新添加。</View>}
        <PhotoField
          photos={draft.photos}
          limit={PHOTOS_MAX}
          error={errorAt('photos')}
          onChange={(change) => onChange(({ photos }) => ({ photos: change(photos) }))}
        />
      </View>
    </View>
  );
};
