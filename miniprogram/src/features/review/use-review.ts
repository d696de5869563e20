import { type Answer, call, type Refusal } from '../../api/call';
import { useDoing } from '../../hooks/use-doing';
import { photosThere } from '../rating/photos-there';
import { type ReviewDraft, stepOf } from './review-draft';
import type { ReviewMove, Shown } from './review-moves';

type OnPhotos = (photos: ReviewDraft['photos']) => void;

/** Somebody was first, or did what this move was for. */
const OVERTAKEN: readonly Refusal['code'][] = ['appeal.movedMeanwhile', 'appeal.moveNotAllowed', 'appeal.moveNotYours'];
export const isOvertaken = (refusal: Refusal | null): boolean => refusal !== null && OVERTAKEN.includes(refusal.code);

const send = async (
  { ratingId, appeal: { version } }: Shown,
  move: ReviewMove,
  draft: ReviewDraft,
  onPhotos: OnPhotos,
): Promise<Answer<unknown>> => {
  const there = await photosThere(move === 'endorse' ? draft.photos : [], onPhotos);
  return there.ok ? call('appeal.move', { ratingId, version, step: stepOf(move, draft, there.value) }) : there;
};

/** One move at a time. After it, and when somebody else was first, the appeal is read again before anything else can be done. */
export const useReview = (shown: Shown | undefined, reload: () => Promise<void>) => {
  const { run: doing, ...rest } = useDoing<ReviewMove>();
  const sent = async (of: Shown, move: ReviewMove, draft: ReviewDraft, onPhotos: OnPhotos) => {
    const answer = await send(of, move, draft, onPhotos);
    if (answer.ok || isOvertaken(answer)) await reload();
    return answer;
  };
  /** True when it is done. */
  const run = async (move: ReviewMove, draft: ReviewDraft, onPhotos: OnPhotos) =>
    shown !== undefined && doing(move, () => sent(shown, move, draft, onPhotos));
  return { ...rest, run };
};

export type Reviewing = ReturnType<typeof useReview>;
