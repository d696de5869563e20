import type { TicketRules } from '@shared/domain/ticket';
import { MOVE_LABELS } from '@shared/domain/ticket-labels';
import { REFUSALS } from '@shared/kernel/refusals';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Refusal } from '../../api/call';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import './move.css';
import { type OfficialMove, type Ticket, useMoveDraft } from './move-draft';
import { MoveFields } from './move-fields';
import { type Complaint, complaintOf, stepOf } from './move-step';
import { sayEffect, TEXT_OF } from './move-words';
import { MovedMeanwhile } from './moved-meanwhile';
import { clockOf, movesNow } from './moves-now';
import { isOvertaken, type Moving } from './use-move';

type Props = {
  readonly ticket: Ticket;
  readonly rules: TicketRules;
  readonly move: OfficialMove;
  readonly moving: Moving;
  readonly onClose: () => void;
};

const WITH_FORM: readonly OfficialMove[] = ['dispatch', 'classify', 'submitRectification'];
const hasForm = (move: OfficialMove): boolean => TEXT_OF[move] !== undefined || WITH_FORM.includes(move);

/** Why this move cannot be made now; null when it can. */
const hindrance = (move: OfficialMove, ticket: Ticket, rules: TicketRules): string | null => {
  const { main, others } = movesNow(ticket, rules);
  if (move !== main && !others.includes(move)) return '这一步现在不能办了。填写的内容仍保存在手机上。';
  const isTooLate = move === 'askExtension' && clockOf(ticket, 'rectify')?.remaining?.late === true;
  return isTooLate ? REFUSALS['ticket.extensionLate'] : null;
};

const ofRefusal = (refusal: Refusal | null, isForm: boolean): Complaint | null => {
  if (refusal === null || isOvertaken(refusal)) return null;
  const complaint = complaintOf(refusal);
  const isKept = isForm && refusal.code === 'network.down';
  return isKept ? { ...complaint, message: `${complaint.message}填写的内容已保存在手机上。` } : complaint;
};

const Reply = ({ ticket: { handling } }: Pick<Props, 'ticket'>) =>
  handling.rectification && <View className="move__reply as-typed">{handling.rectification.reply}</View>;

/** One move with what it asks for. Nothing typed here is lost: not by a dead network, nor to somebody who was first. */
export const MoveSheet = ({ ticket, rules, move, moving, onClose }: Props) => {
  const { draft, change, wasKept, startAnew } = useMoveDraft(ticket, move);
  const [own, setOwn] = useState<Complaint | null>(null);
  const isForm = hasForm(move);
  const hindered = hindrance(move, ticket, rules);
  const complaint = own ?? ofRefusal(moving.refusal, isForm);
  const errorAt = (field: Complaint['field']) => (complaint?.field === field ? complaint.message : null);
  const submit = async () => {
    const step = stepOf(move, draft, rules);
    setOwn('field' in step ? step : null);
    if ('field' in step) return;
    if (await moving.run(step, draft.photos, (photos) => change(() => ({ photos })))) onClose();
  };
  const label = moving.refusal?.code === 'network.down' ? '重试' : MOVE_LABELS[move];
  return (
    <Sheet title={MOVE_LABELS[move]} onClose={() => !moving.busy && onClose()}>
      {isOvertaken(moving.refusal) && <MovedMeanwhile what="工单" history={ticket.history} hasWords={isForm} />}
      {isForm && wasKept && (
        <View className="move__kept" id="draft-kept">
          <View className="quiet">已恢复上次没有提交的内容。</View>
          <Button id="draft-anew" look="link" onPress={startAnew}>
            清空重填
          </Button>
        </View>
      )}
      <View className="move__effect as-typed">{sayEffect(move, ticket, rules)}</View>
      {move === 'verify' && <Reply ticket={ticket} />}
      <MoveFields move={move} ticket={ticket} rules={rules} draft={draft} onChange={change} errorAt={errorAt} />
      <View className="move__foot">
        <FieldError id="move-error" message={errorAt('page')} />
      </View>
      {hindered ? (
        <Notice id="move-hindered" tone="warn">
          {hindered}
        </Notice>
      ) : (
        <Button id="move-submit" disabled={moving.busy} onPress={() => void submit()}>
          {moving.busy ? '正在提交…' : label}
        </Button>
      )}
      <Button id="move-back" look="plain" disabled={moving.busy} onPress={onClose}>
        返回
      </Button>
    </Sheet>
  );
};
