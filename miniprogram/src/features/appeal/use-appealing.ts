import { APPEAL_SENTENCES } from '@shared/domain/appeal-labels';
import { type Answer, call, type Refusal } from '../../api/call';
import { useDoing } from '../../hooks/use-doing';
import { photosThere } from '../rating/photos-there';
import { type AnswerStep, type AppealDraft, evidenceOf, type Told, type Writing } from './appeal-draft';

/** What the clerk does on the page of one bad rating. */
export type Doing = Writing | 'withdraw';
type OnPhotos = (photos: AppealDraft['photos']) => void;

/** Somebody was first, or did what this was for. */
const OVERTAKEN: readonly Refusal['code'][] = [
  ...(['appeal.movedMeanwhile', 'appeal.moveNotAllowed', 'appeal.moveNotYours', 'appeal.filedAlready'] as const),
];
export const isOvertaken = (refusal: Refusal | null): boolean => refusal !== null && OVERTAKEN.includes(refusal.code);

/** Nothing is sent before it was chosen (`faultOf`). */
const chosen = ({ reason }: AppealDraft) => {
  if (reason === null) throw new Error('an appeal without a reason');
  return reason;
};

const stepOf = (doing: Exclude<Doing, 'file'>, draft: AppealDraft, photos: readonly string[]): AnswerStep => {
  const { words } = draft;
  switch (doing) {
    case 'withdraw':
      return { move: doing };
    case 'insist':
      return { move: doing, words };
    case 'supplement':
      return { move: doing, words, evidence: evidenceOf(draft, photos) };
    case 'renew':
      return { move: doing, reason: chosen(draft), words, evidence: evidenceOf(draft, photos) };
  }
};

/** An answer that was lost on its way: what was sent stands there as the last thing that happened. */
const stands = (step: AnswerStep, appeal: Told['appeal']): boolean => {
  const last = appeal?.history.at(-1);
  const words = 'words' in step ? step.words.trim() : '';
  return last?.text === APPEAL_SENTENCES[step.move] && (last.words ?? '') === words;
};

const answer = async ({ ticketNo, appeal }: Told, step: AnswerStep): Promise<Answer<unknown>> => {
  const answered = await call('appeal.answer', { ticketNo, version: appeal?.version ?? 0, step });
  if (answered.ok || answered.code !== 'appeal.movedMeanwhile') return answered;
  const now = await call('appeal.showMine', { ticketNo });
  return now.ok && stands(step, now.value.appeal) ? now : answered;
};

const send = async (told: Told, doing: Doing, draft: AppealDraft, onPhotos: OnPhotos): Promise<Answer<unknown>> => {
  const { ticketNo } = told;
  const there = await photosThere(draft.photos, onPhotos);
  if (!there.ok) return there;
  if (doing !== 'file') return answer(told, stepOf(doing, draft, there.value));
  const evidence = evidenceOf(draft, there.value);
  return call('appeal.file', { ticketNo, reason: chosen(draft), words: draft.words, evidence });
};

/** One thing at a time. After it, and when somebody was first, the page is read again before anything else can be done. */
export const useAppealing = (told: Told | undefined, reload: () => Promise<void>) => {
  const { run: doing, ...rest } = useDoing<Doing>();
  const sent = async (of: Told, what: Doing, draft: AppealDraft, onPhotos: OnPhotos) => {
    const answered = await send(of, what, draft, onPhotos);
    if (answered.ok || isOvertaken(answered)) await reload();
    return answered;
  };
  /** True when it is done. */
  const run = async (what: Doing, draft: AppealDraft, onPhotos: OnPhotos = () => undefined) =>
    told !== undefined && doing(what, () => sent(told, what, draft, onPhotos));
  return { ...rest, run };
};

export type Appealing = ReturnType<typeof useAppealing>;
