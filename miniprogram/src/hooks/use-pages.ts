import { useReachBottom } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Refusal } from '../api/call';
import { useLoaded } from './use-loaded';

type Page = { readonly items: readonly unknown[]; readonly next: string | null };
type Load<P extends Page> = (page: { cursor?: string }) => Promise<Answer<P>>;
type Further<P extends Page> = { readonly items: readonly P['items'][number][]; readonly next: string | null };

/**
 * A list that grows when its end is reached: the first page as it was answered, the items of all pages so far, and what
 * `MoreOfList` shows below them. `load` must stay the same.
 */
export const usePages = <P extends Page>(load: Load<P>) => {
  const { loaded, reload } = useLoaded(useCallback(() => load({}), [load]));
  const first = loaded.state === 'ready' ? loaded.value : undefined;
  const [further, setFurther] = useState<Further<P>>();
  const [state, setState] = useState<'idle' | 'busy' | Refusal>('idle');
  // The cursor that is being or has been read: neither the button nor the end of the page asks for it twice.
  const reading = useRef<string | null>(null);
  useEffect(() => {
    reading.current = null;
    if (first) setFurther(undefined);
  }, [first]);

  const next = further ? further.next : (first?.next ?? null);
  const loadMore = useCallback(async () => {
    if (!next || reading.current === next) return;
    reading.current = next;
    setState('busy');
    const answer = await load({ cursor: next });
    const wasReloaded = reading.current !== next;
    setState(answer.ok || wasReloaded ? 'idle' : answer);
    if (wasReloaded) return;
    if (!answer.ok) {
      reading.current = null;
      return;
    }
    const { items, next: after } = answer.value;
    setFurther((before) => ({ items: [...(before?.items ?? []), ...items], next: after }));
  }, [load, next]);

  const items: Further<P>['items'] = [...(first?.items ?? []), ...(further?.items ?? [])];
  const onMore = () => void loadMore();
  useReachBottom(onMore);
  const failure = typeof state === 'string' ? null : state.message;
  return { loaded, items, reload, more: { hasMore: next !== null, busy: state === 'busy', failure, onMore } };
};
