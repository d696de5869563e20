import { countCharacters, hasReason } from '@shared/domain/rating';
import type { TicketRules } from '@shared/domain/ticket';
import { REFUSALS } from '@shared/kernel/refusals';
import { WORDS_MAX } from '@shared/policy/limits';
import { hasBlank } from '@shared/policy/reply-templates';
import type { Refusal } from '../../api/call';
import type { MoveDraft, OfficialMove, Step } from './move-draft';

export type MoveField =
  | 'unit'
  | 'outcome'
  | 'finding'
  | 'cause'
  | 'complexity'
  | 'words'
  | 'measures'
  | 'reply'
  | 'days';
/** What is to be mended, and beside which field it is read. */
export type Complaint = { readonly field: MoveField | 'photos' | 'page'; readonly message: string };

const FIELDS: Readonly<Partial<Record<Refusal['code'], Complaint['field']>>> = {
  'ticket.unitInvalid': 'unit',
  'ticket.extensionTooLong': 'days',
  'ticket.evidenceMissing': 'photos',
  'photo.invalid': 'photos',
  'photo.tooLarge': 'photos',
  'photo.notYours': 'photos',
  'photo.gone': 'photos',
  'rating.tooManyPhotos': 'photos',
};

/** A refusal beside its field. */
export const complaintOf = ({ code, message }: Refusal): Complaint => ({ field: FIELDS[code] ?? 'page', message });

const about = (field: MoveField, message: string): Complaint => ({ field, message });

/** What is wrong with one text. */
const textFault = (field: 'words' | 'measures' | 'reply', text: string, isNeeded = true): Complaint | null => {
  if (isNeeded && !hasReason({ tags: [], comment: text })) return about(field, REFUSALS['ticket.wordsMissing']);
  const isLong = countCharacters(text) > WORDS_MAX.ticketWords.value;
  return isLong ? about(field, REFUSALS['words.tooLong']) : null;
};

const replyFault = (reply: string): Complaint | null =>
  textFault('reply', reply) ?? (hasBlank(reply) ? about('reply', '请把【】里的内容改成实际情况，再提交。') : null);

const daysOf = (typed: string, atMost: number): number | null => {
  const days = Number(typed.trim());
  return Number.isInteger(days) && days >= 1 && days <= atMost ? days : null;
};

/** The step as it is sent, or what is to be mended first. */
export const stepOf = (
  move: OfficialMove,
  draft: MoveDraft,
  { extendAtMost }: Pick<TicketRules, 'extendAtMost'>,
): Step | Complaint => {
  const { unitId, outcome, finding, cause, isComplex, words, measures, reply, photos } = draft;
  switch (move) {
    case 'dispatch':
      return unitId === '' ? about('unit', '请选择派往的单位。') : { move, unitId };
    case 'recordAttempt':
      if (outcome === null) return about('outcome', '请选择联系结果。');
      return textFault('words', words, false) ?? { move, outcome, note: words };
    case 'recordFollowUp':
      if (finding === null) return about('finding', '请选择核实结论。');
      return textFault('words', words) ?? { move, finding, note: words };
    case 'classify':
      if (cause === null) return about('cause', '请选择问题的类别。');
      return isComplex === null ? about('complexity', '请选择一般还是复杂。') : { move, cause, isComplex };
    case 'plan':
      return textFault('words', words) ?? { move, plan: words };
    case 'submitRectification':
      return (
        textFault('measures', measures) ??
        replyFault(reply) ?? { move, measures, reply, photos: photos.flatMap(({ photo }) => photo ?? []) }
      );
    case 'askExtension': {
      const days = daysOf(draft.days, extendAtMost.value.count);
      if (days === null) return about('days', `请填写 1 至 ${extendAtMost.value.count} 之间的天数。`);
      return textFault('words', words) ?? { move, reason: words, days };
    }
    case 'redirect':
    case 'sendBack':
    case 'denyExtension':
    case 'supervise':
      return textFault('words', words) ?? { move, reason: words };
    default:
      return { move };
  }
};
