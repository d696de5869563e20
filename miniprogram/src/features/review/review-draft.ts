import type { AppealReason, AppealRules } from '@shared/domain/appeal';
import { EVIDENCE_LABELS } from '@shared/domain/appeal-labels';
import { countCharacters, hasReason } from '@shared/domain/rating';
import { REFUSALS } from '@shared/kernel/refusals';
import { WORDS_MAX } from '@shared/policy/limits';
import type { Refusal } from '../../api/call';
import type { DraftPhoto } from '../rating/draft';
import type { ReviewMove, ReviewStep, Shown } from './review-moves';
import { NEEDS_NO_WORDS } from './review-words';

/** What somebody has filled in for one move of one appeal. */
export type ReviewDraft = {
  readonly words: string;
  readonly reason: AppealReason | null;
  readonly isExplanation: boolean;
  /** Where a recording, or an entry of the case log, is found. */
  readonly recording: string;
  readonly caseLog: string;
  readonly photos: readonly DraftPhoto[];
};

export const EMPTY: ReviewDraft = {
  ...{ words: '', reason: null, isExplanation: false, recording: '', caseLog: '', photos: [] },
};

export type Field = 'words' | 'reason' | 'recording' | 'caseLog' | 'photos';
/** What is to be mended, and beside which field it is read. */
export type Complaint = { readonly field: Field | 'page'; readonly message: string };

const FIELDS: Readonly<Partial<Record<Refusal['code'], Field>>> = {
  'appeal.reasonInvalid': 'reason',
  'appeal.evidenceMissing': 'reason',
  'appeal.wordsMissing': 'words',
  'photo.invalid': 'photos',
  'photo.tooLarge': 'photos',
  'photo.notYours': 'photos',
  'photo.gone': 'photos',
  'rating.tooManyPhotos': 'photos',
};

/** A refusal beside its field. */
export const complaintOf = ({ code, message }: Refusal): Complaint => ({ field: FIELDS[code] ?? 'page', message });

const isSaid = (comment: string): boolean => hasReason({ tags: [], comment });
const isTooLong = (text: string): boolean => countCharacters(text) > WORDS_MAX.appealWords.value;

const textFault = (move: ReviewMove, draft: ReviewDraft): Complaint | null => {
  const isNeeded = move !== 'confirmGrant' && move !== 'confirmDenial' && !NEEDS_NO_WORDS.includes(move);
  if (isNeeded && !isSaid(draft.words)) return { field: 'words', message: REFUSALS['appeal.wordsMissing'] };
  const tooLong = (['words', 'recording', 'caseLog'] as const).find((field) => isTooLong(draft[field]));
  return tooLong ? { field: tooLong, message: REFUSALS['words.tooLong'] } : null;
};

/** Nobody grants for a reason that nothing in the file shows. */
const reasonFault = (
  { reason }: ReviewDraft,
  { appeal }: Pick<Shown, 'appeal'>,
  { reasons }: AppealRules,
): Complaint | null => {
  if (reason === null) return { field: 'reason', message: '请选择认定的理由。' };
  const kinds = reasons[reason].value.evidence;
  if (appeal.evidence.some(({ kind }) => kinds.includes(kind))) return null;
  const missing = kinds.map((kind) => EVIDENCE_LABELS[kind]).join('或');
  return { field: 'reason', message: `认定这个理由要有${missing}，请先退回补充证据。` };
};

/** What is to be mended before it can be sent, from the top of the form; null when nothing is. */
export const faultOf = (
  move: ReviewMove,
  draft: ReviewDraft,
  shown: Pick<Shown, 'appeal'>,
  rules: AppealRules,
): Complaint | null => (move === 'proposeGrant' ? reasonFault(draft, shown, rules) : null) ?? textFault(move, draft);

const evidenceOf = ({ recording, caseLog }: ReviewDraft, photos: readonly string[]) => [
  ...(photos.length > 0 ? [{ kind: 'photo' as const, words: '', photos: [...photos] }] : []),
  ...(isSaid(recording) ? [{ kind: 'recording' as const, words: recording }] : []),
  ...(isSaid(caseLog) ? [{ kind: 'caseLog' as const, words: caseLog }] : []),
];

/** The step as it is sent, with the names that its photos have in the cloud; nothing in it has a fault. */
export const stepOf = (move: ReviewMove, draft: ReviewDraft, photos: readonly string[]): ReviewStep => {
  const { words, reason, isExplanation } = draft;
  switch (move) {
    case 'confirmGrant':
    case 'confirmDenial':
      return { move };
    case 'endorse':
      return { move, words, evidence: evidenceOf(draft, photos) };
    case 'proposeGrant':
      if (reason === null) throw new Error('a ruling without a reason');
      return { move, words, reason };
    case 'proposeDenial':
      return { move, words, isExplanation };
    default:
      return { move, words };
  }
};
