import { CAUSES, CONTACT_OUTCOMES, FINDINGS } from '@shared/domain/handling';
import { saySpan } from '@shared/domain/labels';
import type { TicketRules } from '@shared/domain/ticket';
import { CAUSE_LABELS, CONTACT_OUTCOME_LABELS, FINDING_LABELS } from '@shared/domain/ticket-labels';
import { View } from '@tarojs/components';
import { FieldError } from '../../components/field-error';
import { TextLine } from '../../components/text-line';
import { ChoiceField, choicesOf } from './choice-field';
import type { MoveDraft, OfficialMove, Ticket } from './move-draft';
import type { Complaint } from './move-step';
import { TEXT_OF } from './move-words';
import { ResultFields } from './result-fields';
import { UnitField } from './unit-field';
import { WordsField } from './words-field';

export type FieldsProps = {
  readonly ticket: Ticket;
  readonly rules: TicketRules;
  readonly draft: MoveDraft;
  readonly onChange: (changes: (before: MoveDraft) => Partial<MoveDraft>) => void;
  readonly errorAt: (field: Complaint['field']) => string | null;
};

const Outcome = ({ draft, onChange, errorAt }: FieldsProps) => (
  <ChoiceField
    id="outcome"
    label="联系结果"
    choices={choicesOf(CONTACT_OUTCOMES, CONTACT_OUTCOME_LABELS)}
    chosen={draft.outcome}
    error={errorAt('outcome')}
    onChoose={(outcome) => onChange(() => ({ outcome }))}
  />
);

const FindingChoice = ({ draft, onChange, errorAt }: FieldsProps) => (
  <ChoiceField
    id="finding"
    label="核实结论"
    choices={choicesOf(FINDINGS, FINDING_LABELS)}
    chosen={draft.finding}
    error={errorAt('finding')}
    onChoose={(finding) => onChange(() => ({ finding }))}
  />
);

const spanNote = (rules: TicketRules, isComplex: boolean): string =>
  `整改期限 ${saySpan((isComplex ? rules.rectifyComplexWithin : rules.rectifyWithin).value)}`;

const Classification = ({ rules, draft, onChange, errorAt }: FieldsProps) => (
  <View>
    <ChoiceField
      id="cause"
      label="是什么问题"
      choices={choicesOf(CAUSES, CAUSE_LABELS)}
      chosen={draft.cause}
      error={errorAt('cause')}
      onChoose={(cause) => onChange(() => ({ cause }))}
    />
    <ChoiceField
      id="complexity"
      label="一般还是复杂"
      choices={[
        { value: 'simple', title: '一般问题', note: spanNote(rules, false) },
        { value: 'complex', title: '复杂问题', note: spanNote(rules, true) },
      ]}
      chosen={draft.isComplex === null ? null : draft.isComplex ? 'complex' : 'simple'}
      error={errorAt('complexity')}
      onChoose={(chosen) => onChange(() => ({ isComplex: chosen === 'complex' }))}
    />
  </View>
);

const Days = ({ rules, draft, onChange, errorAt }: FieldsProps) => (
  <View className="move__field">
    <View className="move__label">延期天数（工作日）</View>
    <TextLine
      id="days"
      label="延期天数"
      value={draft.days}
      placeholder={`1 至 ${rules.extendAtMost.value.count}`}
      longest={3}
      onInput={(days) => onChange(() => ({ days }))}
    />
    <FieldError id="days-error" message={errorAt('days')} />
  </View>
);

const Fields = (props: FieldsProps & { readonly move: OfficialMove }) => {
  const { move, ticket, draft, onChange, errorAt } = props;
  switch (move) {
    case 'dispatch':
      return (
        <UnitField
          ratingId={ticket.ratingId}
          chosen={draft.unitId}
          error={errorAt('unit')}
          onChoose={(unitId) => onChange(() => ({ unitId }))}
        />
      );
    case 'recordAttempt':
      return <Outcome {...props} />;
    case 'recordFollowUp':
      return <FindingChoice {...props} />;
    case 'classify':
      return <Classification {...props} />;
    case 'submitRectification':
      return <ResultFields {...props} />;
    case 'askExtension':
      return <Days {...props} />;
    default:
      return null;
  }
};

/** What a move asks for. */
export const MoveFields = (props: FieldsProps & { readonly move: OfficialMove }) => {
  const { move, draft, onChange, errorAt } = props;
  const text = TEXT_OF[move];
  return (
    <View>
      <Fields {...props} />
      {text && (
        <WordsField
          {...text}
          id="words"
          value={draft.words}
          error={errorAt('words')}
          onInput={(words) => onChange(() => ({ words }))}
        />
      )}
    </View>
  );
};
