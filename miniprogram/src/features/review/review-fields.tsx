import { APPEAL_REASONS, type AppealRules } from '@shared/domain/appeal';
import { APPEAL_REASON_NOTES } from '@shared/domain/appeal-labels';
import { WORDS_MAX } from '@shared/policy/limits';
import { View } from '@tarojs/components';
import { CheckBox } from '../../components/check-box';
import { Disclosure } from '../../components/disclosure';
import { PhotoField } from '../rating/photo-field';
import { ChoiceField } from '../ticket/choice-field';
import { WordsField } from '../ticket/words-field';
import type { Complaint, Field, ReviewDraft } from './review-draft';
import type { ReviewMove } from './review-moves';
import { sayReason, TEXT_OF } from './review-words';

type Props = {
  readonly move: ReviewMove;
  readonly rules: AppealRules;
  readonly draft: ReviewDraft;
  readonly onChange: (changes: Partial<ReviewDraft> | ((before: ReviewDraft) => Partial<ReviewDraft>)) => void;
  readonly errorAt: (field: Complaint['field']) => string | null;
};

const LIMIT = WORDS_MAX.appealWords.value;
const PHOTOS_MAX = 9;

const Reason = ({ rules, draft, onChange, errorAt }: Props) => (
  <ChoiceField
    id="reason"
    label="认定的理由"
    choices={APPEAL_REASONS.map((value) => ({
      value,
      title: sayReason(value, rules),
      note: APPEAL_REASON_NOTES[value],
    }))}
    chosen={draft.reason}
    error={errorAt('reason')}
    onChoose={(reason) => onChange({ reason })}
  />
);

type WhereProps = Pick<Props, 'draft' | 'onChange' | 'errorAt'> & {
  readonly field: Extract<Field, 'recording' | 'caseLog'>;
  readonly label: string;
  readonly placeholder: string;
};

const Where = ({ field, label, placeholder, draft, onChange, errorAt }: WhereProps) => (
  <WordsField
    id={field}
    label={label}
    placeholder={placeholder}
    value={draft[field]}
    limit={LIMIT}
    error={errorAt(field)}
    onInput={(text) => onChange({ [field]: text })}
  />
);

/** What the unit knows and the clerk could not hand in. */
const Evidence = (props: Props) => {
  const { draft, onChange, errorAt } = props;
  return (
    <Disclosure id="own-evidence" title="附上单位的证据（可不附）">
      <PhotoField
        photos={draft.photos}
        limit={PHOTOS_MAX}
        error={errorAt('photos')}
        onChange={(change) => onChange(({ photos }) => ({ photos: change(photos) }))}
      />
      <Where {...props} field="recording" label="录音录像怎样查到" placeholder="哪一路录像，几点到几点，向谁调取" />
      <Where {...props} field="caseLog" label="办件或运维记录怎样查到" placeholder="系统名称、编号，哪一条记录" />
    </Disclosure>
  );
};

const EXPLANATION = '解释说明：评价人的诉求没有法律依据，已向他解释（评价仍有效，另行统计）';

/** What a move asks for. */
export const ReviewFields = (props: Props) => {
  const { move, draft, onChange, errorAt } = props;
  const text = TEXT_OF[move];
  return (
    <View>
      {move === 'proposeGrant' && <Reason {...props} />}
      {text && (
        <WordsField
          id="words"
          label={text.label}
          placeholder={text.placeholder}
          value={draft.words}
          limit={LIMIT}
          error={errorAt('words')}
          onInput={(words) => onChange({ words })}
        />
      )}
      {text?.hint && <View className="quiet">{text.hint}</View>}
      {move === 'proposeDenial' && (
        <CheckBox
          id="is-explanation"
          label={EXPLANATION}
          checked={draft.isExplanation}
          onTurn={(isExplanation) => onChange({ isExplanation })}
        />
      )}
      {move === 'endorse' && <Evidence {...props} />}
    </View>
  );
};
