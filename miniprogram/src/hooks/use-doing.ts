import { useRef, useState } from 'react';
import type { Answer, Refusal } from '../api/call';

type State = 'idle' | 'busy' | Refusal;

/** What is done on a page, one thing at a time: `busy`, the refusal of the last try, and what was done last. */
export const useDoing = <D extends string>() => {
  const [state, setState] = useState<State>('idle');
  const [done, setDone] = useState<D | null>(null);
  const inFlight = useRef(false);

  /** True when it is done. */
  const run = async (what: D, send: () => Promise<Answer<unknown>>): Promise<boolean> => {
    if (inFlight.current) return false;
    inFlight.current = true;
    setState('busy');
    setDone(null);
    const answer = await send();
    inFlight.current = false;
    setState(answer.ok ? 'idle' : answer);
    if (answer.ok) setDone(what);
    return answer.ok;
  };
  return {
    run,
    busy: state === 'busy',
    refusal: typeof state === 'string' ? null : state,
    done,
    forget: () => setState((now) => (now === 'busy' ? now : 'idle')),
  };
};
