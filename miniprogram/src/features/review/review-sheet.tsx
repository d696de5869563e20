import type { AppealRules } from '@shared/domain/appeal';
import { APPEAL_MOVE_LABELS } from '@shared/domain/appeal-labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Refusal } from '../../api/call';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { useKept } from '../../hooks/use-kept';
import { releasePhoto } from '../rating/photo-file';
import { sayKept } from '../refusal/say-kept';
import '../ticket/move.css';
import { MovedMeanwhile } from '../ticket/moved-meanwhile';
import { type Complaint, complaintOf, EMPTY, faultOf, type ReviewDraft } from './review-draft';
import { ReviewFields } from './review-fields';
import { type ReviewMove, reviewMoves, type Shown } from './review-moves';
import { sayEffect, TEXT_OF } from './review-words';
import './review.css';
import { RulingFacts } from './ruling-card';
import { isOvertaken, type Reviewing } from './use-review';

type Props = {
  readonly shown: Shown;
  readonly rules: AppealRules;
  readonly move: ReviewMove;
  readonly reviewing: Reviewing;
  readonly onClose: () => void;
};

const ofRefusal = (refusal: Refusal | null): Complaint | null => {
  if (refusal === null || isOvertaken(refusal)) return null;
  const { code, message: failure } = refusal;
  return { ...complaintOf(refusal), message: sayKept({ code, failure }) ?? failure };
};

/** What somebody fills in for this move, kept on the phone until it is sent. */
const useReviewDraft = (ratingId: string, move: ReviewMove) => {
  const { value: draft, change, drop: forget } = useKept<ReviewDraft>(`review.${move}.${ratingId}`, EMPTY);
  const drop = () => {
    for (const { path } of draft.photos) releasePhoto(path);
    forget();
  };
  return { draft, change, drop };
};

/** One move with what it asks for. Nothing typed here is lost: not by a dead network, nor to somebody who was first. */
export const ReviewSheet = ({ shown, rules, move, reviewing, onClose }: Props) => {
  const { draft, change, drop } = useReviewDraft(shown.ratingId, move);
  const [own, setOwn] = useState<Complaint | null>(null);
  const { refusal, busy } = reviewing;
  const { ruling, history } = shown.appeal;
  const complaint = own ?? ofRefusal(refusal);
  const errorAt = (field: Complaint['field']) => (complaint?.field === field ? complaint.message : null);
  const submit = async () => {
    const fault = faultOf(move, draft, shown, rules);
    setOwn(fault);
    if (fault || !(await reviewing.run(move, draft, (photos) => change({ photos })))) return;
    drop();
    onClose();
  };
  return (
    <Sheet title={APPEAL_MOVE_LABELS[move]} onClose={() => !busy && onClose()}>
      {isOvertaken(refusal) && <MovedMeanwhile what="申诉" history={history} hasWords={TEXT_OF[move] !== undefined} />}
      {move.startsWith('confirm') && ruling && (
        <View className="review__ruling">
          <RulingFacts ruling={ruling} rules={rules} isProposed />
        </View>
      )}
      <View className="move__effect">{sayEffect(move, shown, rules)}</View>
      <ReviewFields move={move} rules={rules} draft={draft} onChange={change} errorAt={errorAt} />
      <View className="move__foot">
        <FieldError id="move-error" message={errorAt('page')} />
      </View>
      {reviewMoves(shown).includes(move) ? (
        <Button id="move-submit" disabled={busy} onPress={() => void submit()}>
          {busy ? '正在提交…' : refusal?.code === 'network.down' ? '重试' : APPEAL_MOVE_LABELS[move]}
        </Button>
      ) : (
        <Notice id="move-hindered" tone="warn">
          这一步现在不能办了。填写的内容仍保存在手机上。
        </Notice>
      )}
      <Button id="move-back" look="plain" disabled={busy} onPress={onClose}>
        返回
      </Button>
    </Sheet>
  );
};
