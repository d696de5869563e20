import { type AppealRules, hasEvidence } from '@shared/domain/appeal';
import { EVIDENCE_LABELS } from '@shared/domain/appeal-labels';
import { countCharacters, hasReason } from '@shared/domain/rating';
import { REFUSALS } from '@shared/kernel/refusals';
import { WORDS_MAX } from '@shared/policy/limits';
import type { Refusal } from '../../api/call';
import { type AppealDraft, kindsOf, type Writing } from './appeal-draft';

export type Field = 'reason' | 'words' | 'recording' | 'caseLog' | 'evidence' | 'photos';
/** What is to be mended, and beside which field it is read. */
export type Complaint = { readonly field: Field; readonly message: string };

const FIELDS: Readonly<Partial<Record<Refusal['code'], Field>>> = {
  'appeal.reasonInvalid': 'reason',
  'appeal.wordsMissing': 'words',
  'words.tooLong': 'words',
  'appeal.evidenceMissing': 'evidence',
  'appeal.evidenceInvalid': 'evidence',
  'photo.invalid': 'photos',
  'photo.tooLarge': 'photos',
  'photo.notYours': 'photos',
  'photo.gone': 'photos',
  'rating.tooManyPhotos': 'photos',
};

/** A refusal beside its field; null when it belongs to none. */
export const complaintOf = ({ code, message }: Refusal): Complaint | null => {
  const field = FIELDS[code];
  return field ? { field, message } : null;
};

const isTooLong = (text: string): boolean => countCharacters(text) > WORDS_MAX.appealWords.value;

export const hasReasonAndEvidence = (writing: Writing): boolean => writing === 'file' || writing === 'renew';

/** 照片、截图，或办件或运维记录 */
export const sayEvidence = (kinds: readonly (keyof typeof EVIDENCE_LABELS)[]): string =>
  kinds.map((kind) => `“${EVIDENCE_LABELS[kind]}”`).join('、');

const evidenceFault = (draft: AppealDraft, rules: AppealRules): Complaint | null => {
  const { reason } = draft;
  if (reason === null) return { field: 'reason', message: REFUSALS['appeal.reasonInvalid'] };
  const evidence = kindsOf(draft).map((kind) => ({ kind, words: '', photos: [] }));
  if (hasEvidence({ reason, evidence }, rules)) return null;
  const kinds = rules.reasons[reason].value.evidence;
  return { field: 'evidence', message: `这个理由要有证据，请提供${sayEvidence(kinds)}中的一样。` };
};

const wordsFault = ({ words, recording, caseLog }: AppealDraft): Complaint | null => {
  if (!hasReason({ tags: [], comment: words })) return { field: 'words', message: REFUSALS['appeal.wordsMissing'] };
  const tooLong = Object.entries({ words, recording, caseLog }).find(([, text]) => isTooLong(text));
  return tooLong ? { field: tooLong[0] as Field, message: REFUSALS['words.tooLong'] } : null;
};

/** What is to be mended before it can be sent, from the top of the form; null when nothing is. */
export const faultOf = (writing: Writing, draft: AppealDraft, rules: AppealRules): Complaint | null => {
  const needsEvidence = hasReasonAndEvidence(writing);
  if (needsEvidence && draft.reason === null) return evidenceFault(draft, rules);
  return wordsFault(draft) ?? (needsEvidence ? evidenceFault(draft, rules) : null);
};
