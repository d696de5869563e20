import { APPEAL_REASONS } from '@shared/domain/appeal';
import { APPEAL_REASON_LABELS, APPEAL_REASON_NOTES, EVIDENCE_LABELS } from '@shared/domain/appeal-labels';
import { WORDS_MAX } from '@shared/policy/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { Notice } from '../../components/notice';
import { rulesHere } from '../rating/rules-here';
import { sayKept } from '../refusal/say-kept';
import { ChoiceField } from '../ticket/choice-field';
import { MovedMeanwhile } from '../ticket/moved-meanwhile';
import { WordsField } from '../ticket/words-field';
import { ConfirmWords } from '../verdict/confirm-words';
import './appeal.css';
import { type AppealDraft, type Told, useAppealDraft, type Writing } from './appeal-draft';
import { type Complaint, complaintOf, type Field, faultOf, hasReasonAndEvidence } from './appeal-step';
import { EvidenceFields } from './evidence-fields';
import { type Appealing, isOvertaken } from './use-appealing';
import { AFTERWARDS, DOING_LABELS, sayCourse, WORDS_OF } from './writing-words';

type Props = {
  readonly told: Told;
  readonly writing: Writing;
  readonly appealing: Appealing;
  readonly onClose: () => void;
};

const REASONS = APPEAL_REASONS.map((value) => ({
  value,
  title: APPEAL_REASON_LABELS[value],
  note: APPEAL_REASON_NOTES[value],
}));

/** Whether it can still be done, as the page was read last. */
const isPossible = (writing: Writing, { mayAppeal, appeal }: Told): boolean =>
  writing === 'file' ? mayAppeal && appeal === null : (appeal?.moves.includes(writing) ?? false);

const factsOf = ({ reason, photos, recording, caseLog }: AppealDraft) => [
  ...(reason ? [{ name: '理由', text: APPEAL_REASON_LABELS[reason] }] : []),
  ...(photos.length > 0 ? [{ name: EVIDENCE_LABELS.photo, text: `${photos.length} 张` }] : []),
  ...(recording.trim() ? [{ name: EVIDENCE_LABELS.recording, text: recording }] : []),
  ...(caseLog.trim() ? [{ name: EVIDENCE_LABELS.caseLog, text: caseLog }] : []),
];

const NoReasons = () => (
  <View id="no-reasons" className="appeal__note">
    评价人不接受回访、要求过高，都不是申诉的理由。
  </View>
);

/** One text of the appeal with what it needs, and a last look before it goes. Nothing typed is lost, to whatever. */
export const AppealForm = ({ told, writing, appealing, onClose }: Props) => {
  const { draft, change, changePhotos, drop } = useAppealDraft(told.ticketNo, writing);
  const [own, setOwn] = useState<Complaint | null>(null);
  const [confirms, setConfirms] = useState(false);
  const { appeal: rules } = rulesHere(told.place);
  const { refusal, busy } = appealing;
  const isOver = isOvertaken(refusal);
  const complaint = own ?? (refusal && complaintOf(refusal));
  const errorAt = (field: Field) => (complaint?.field === field ? complaint.message : null);
  const hasReason = hasReasonAndEvidence(writing);
  const needed = hasReason && draft.reason ? rules.reasons[draft.reason].value.evidence : [];
  const onChange = (changes: Partial<AppealDraft>) => {
    setOwn(null);
    appealing.forget();
    change(changes);
  };
  const next = () => {
    appealing.forget();
    const fault = faultOf(writing, draft, rules);
    setOwn(fault);
    setConfirms(fault === null);
  };
  const send = async () => {
    const isSent = await appealing.run(writing, draft, (photos) => changePhotos({ photos }));
    if (!isSent) return;
    setConfirms(false);
    drop();
    onClose();
  };
  // What concerns a field, and that somebody was first, is read in the form.
  const staysInSheet = confirms && !isOver && complaint === null;
  return (
    <Card id="appeal-form" heading={DOING_LABELS[writing]}>
      {isOver && told.appeal && <MovedMeanwhile what="申诉" history={told.appeal.history} hasWords />}
      {hasReason && (
        <View>
          <NoReasons />
          <ChoiceField
            id="reason"
            label="申诉理由"
            choices={REASONS}
            chosen={draft.reason}
            error={errorAt('reason')}
            onChoose={(reason) => onChange({ reason })}
          />
        </View>
      )}
      <WordsField
        {...WORDS_OF[writing]}
        id="words"
        value={draft.words}
        error={errorAt('words')}
        limit={WORDS_MAX.appealWords.value}
        onInput={(words) => onChange({ words })}
      />
      {writing !== 'insist' && (
        <EvidenceFields
          draft={draft}
          needed={needed}
          onChange={onChange}
          onPhotos={(changed) => changePhotos(({ photos }) => ({ photos: changed(photos) }))}
          errorAt={errorAt}
        />
      )}
      {hasReason && (
        <View id="course" className="appeal__course">
          <View className="move__label">提出以后</View>
          <View className="quiet">{sayCourse(rules)}</View>
        </View>
      )}
      {isPossible(writing, told) ? (
        <View className="appeal__send">
          {/* Once more where it was pressed: the field may be far above. */}
          <FieldError id="send-error" message={complaint?.message ?? null} />
          <Button id="send-appeal" disabled={busy} onPress={next}>
            {DOING_LABELS[writing]}
          </Button>
        </View>
      ) : (
        <Notice id="not-now" tone="warn">
          这一步现在不能办了。填写的内容仍保存在手机上。
        </Notice>
      )}
      <View className="appeal__send">
        <Button id="fold-appeal" look="plain" disabled={busy} onPress={onClose}>
          收起
        </Button>
      </View>
      {staysInSheet && (
        <ConfirmWords
          title="将要提交的内容"
          facts={factsOf(draft)}
          words={draft.words}
          note={`${AFTERWARDS[writing]}请如实说明，不要写评价人的姓名和电话。`}
          busy={busy}
          failure={sayKept({ failure: refusal?.message ?? null, code: refusal?.code ?? null })}
          onSend={() => void send()}
          onBack={() => setConfirms(false)}
        />
      )}
    </Card>
  );
};
