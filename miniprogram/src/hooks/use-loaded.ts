import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Refusal } from '../api/call';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'ready'; readonly value: T };

/** What `load` answers, asked for at once and again on `reload`. An answer that was overtaken is dropped. */
export const useLoaded = <T>(load: () => Promise<Answer<T>>) => {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const round = useRef(0);

  const reload = useCallback(async () => {
    const mine = ++round.current;
    setLoaded((before) => (before.state === 'ready' ? before : { state: 'loading' }));
    const answer = await load();
    if (mine !== round.current) return;
    setLoaded(answer.ok ? { state: 'ready', value: answer.value } : { state: 'refused', refusal: answer });
  }, [load]);

  useEffect(() => {
    void reload();
    return () => {
      round.current++;
    };
  }, [reload]);

  return { loaded, reload };
};
