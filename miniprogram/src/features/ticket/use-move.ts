import { useRef, useState } from 'react';
import { type Answer, call, type Refusal } from '../../api/call';
import { photosThere } from '../rating/photos-there';
import { dropMoveDraft, type MoveDraft, type OfficialMove, type Step, type Ticket } from './move-draft';

type State = 'idle' | 'busy' | Refusal;
type OnPhotos = (photos: MoveDraft['photos']) => void;

/** Somebody was first, or did what this move was for. */
const OVERTAKEN: readonly Refusal['code'][] = ['ticket.movedMeanwhile', 'ticket.moveNotAllowed', 'ticket.moveNotYours'];
export const isOvertaken = (refusal: Refusal | null): boolean => refusal !== null && OVERTAKEN.includes(refusal.code);

/** A message that was delivered changes the version too: then nobody was first, and the move goes again. */
const move = async ({ ratingId, version, history }: Ticket, step: Step): Promise<Answer<unknown>> => {
  const answer = await call('ticket.move', { ratingId, version, step });
  if (answer.ok || answer.code !== 'ticket.movedMeanwhile') return answer;
  const now = await call('ticket.show', { ratingId });
  if (!now.ok || now.value.history.length !== history.length) return answer;
  return call('ticket.move', { ratingId, version: now.value.version, step });
};

const withPhotos = async (step: Step, photos: MoveDraft['photos'], onPhotos: OnPhotos): Promise<Answer<Step>> => {
  if (step.move !== 'submitRectification') return { ok: true, value: step };
  const there = await photosThere(photos, onPhotos);
  return there.ok ? { ok: true, value: { ...step, photos: [...there.value] } } : there;
};

/** One move at a time. After it, and when somebody else was first, the ticket is read again before anything else can be done. */
export const useMove = (ticket: Ticket | undefined, reload: () => Promise<void>) => {
  const [state, setState] = useState<State>('idle');
  const [done, setDone] = useState<OfficialMove | null>(null);
  const inFlight = useRef(false);

  const sent = async (of: Ticket, step: Step, photos: MoveDraft['photos'], onPhotos: OnPhotos): Promise<State> => {
    const ready = await withPhotos(step, photos, onPhotos);
    const answer = ready.ok ? await move(of, ready.value) : ready;
    if (answer.ok) dropMoveDraft(of.ratingId, step.move);
    if (answer.ok || isOvertaken(answer)) await reload();
    return answer.ok ? 'idle' : answer;
  };

  /** True when it is done. */
  const run = async (step: Step, photos: MoveDraft['photos'] = [], onPhotos: OnPhotos = () => undefined) => {
    if (!ticket || inFlight.current) return false;
    inFlight.current = true;
    setState('busy');
    setDone(null);
    const after = await sent(ticket, step, photos, onPhotos);
    inFlight.current = false;
    setState(after);
    if (after === 'idle') setDone(step.move);
    return after === 'idle';
  };
  return {
    run,
    busy: state === 'busy',
    refusal: typeof state === 'string' ? null : state,
    /** What was done last on this page. */
    done,
    forget: () => setState((now) => (now === 'busy' ? now : 'idle')),
  };
};

export type Moving = ReturnType<typeof useMove>;
