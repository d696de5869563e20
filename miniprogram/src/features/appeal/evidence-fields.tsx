import type { EvidenceKind } from '@shared/domain/appeal';
import { EVIDENCE_KINDS } from '@shared/domain/appeal';
import { EVIDENCE_LABELS } from '@shared/domain/appeal-labels';
import { WORDS_MAX } from '@shared/policy/limits';
import { View } from '@tarojs/components';
import { told } from '../../components/accessible';
import { FieldError } from '../../components/field-error';
import { PhotoField } from '../rating/photo-field';
import '../ticket/move.css';
import { WordsField } from '../ticket/words-field';
import './appeal.css';
import type { AppealDraft } from './appeal-draft';
import { type Field, sayEvidence } from './appeal-step';

export type EvidenceProps = {
  readonly draft: AppealDraft;
  /** Any one of these is needed; empty when none is. */
  readonly needed: readonly EvidenceKind[];
  readonly onChange: (changes: Partial<AppealDraft>) => void;
  readonly onPhotos: (change: (photos: AppealDraft['photos']) => AppealDraft['photos']) => void;
  readonly errorAt: (field: Field) => string | null;
};

const PHOTOS_MAX = 9;
const PLACEHOLDERS = {
  recording: '例如：大厅 3 号摄像头，几月几日几点到几点',
  caseLog: '例如：办件编号、叫号记录或系统日志的位置',
} as const;

const PhotoEvidence = ({ draft, onPhotos, errorAt }: EvidenceProps) => (
  <View className="move__field">
    <View className="move__label">
      {EVIDENCE_LABELS.photo}（最多 {PHOTOS_MAX} 张）
    </View>
    <View className="quiet">聊天截图、排班表、叫号单等。请先遮住群众的姓名和号码。</View>
    <PhotoField photos={draft.photos} limit={PHOTOS_MAX} error={errorAt('photos')} onChange={onPhotos} />
  </View>
);

const WrittenEvidence = ({ kind, ...props }: EvidenceProps & { readonly kind: 'recording' | 'caseLog' }) => (
  <WordsField
    id={kind}
    label={`${EVIDENCE_LABELS[kind]}（怎样查到）`}
    placeholder={PLACEHOLDERS[kind]}
    value={props.draft[kind]}
    error={props.errorAt(kind)}
    limit={WORDS_MAX.appealWords.value}
    onInput={(text) => props.onChange(kind === 'recording' ? { recording: text } : { caseLog: text })}
  />
);

/** 证据: what this reason needs first, everything else below; all of it may be given. */
export const EvidenceFields = (props: EvidenceProps) => {
  const { needed, errorAt } = props;
  const others = EVIDENCE_KINDS.filter((kind) => !needed.includes(kind));
  return (
    <View id="evidence-fields" className="appeal__evidence">
      <View className="move__label" {...told({ role: 'heading', level: 3 })}>
        证据{needed.length === 0 ? '（可选）' : ''}
      </View>
      {needed.length > 0 && (
        <View id="evidence-needed" className="quiet">
          这个理由要有{sayEvidence(needed)}中的一样，其余可选。
        </View>
      )}
      <FieldError id="evidence-error" message={errorAt('evidence')} />
      {[...needed, ...others].map((kind) =>
        kind === 'photo' ? (
          <PhotoEvidence key={kind} {...props} />
        ) : (
          <WrittenEvidence key={kind} kind={kind} {...props} />
        ),
      )}
    </View>
  );
};
