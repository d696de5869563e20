import type { TicketFilter } from '@shared/domain/ticket-filters';
import { useCallback, useState } from 'react';
import type { Output } from '../../api/actions';
import { call } from '../../api/call';
import { usePages } from '../../hooks/use-pages';
import { useWhileShown } from '../../hooks/use-while-shown';

type List = Output<'ticket.list'>;

const A_MINUTE_MS = 60_000;

/** How many came in: by their names when the whole list was known, else by the count. */
const added = (before: List, now: List): number => {
  const known = new Set(before.items.map(({ ratingId }) => ratingId));
  if (before.next === null) return now.items.filter(({ ratingId }) => !known.has(ratingId)).length;
  return Math.max(0, now.counts.todo - before.counts.todo);
};

/** Tickets under a filter, read again whenever the page comes back; 待办 is looked after every minute while it is seen. */
export const useTicketList = (filter: TicketFilter) => {
  const load = useCallback((page: { cursor?: string }) => call('ticket.list', { filter, ...page }), [filter]);
  const { loaded, items, reload, more } = usePages(load);
  const [news, setNews] = useState(0);
  const first = loaded.state === 'ready' ? loaded.value : undefined;
  const isFurther = first !== undefined && items.length > first.items.length;

  const refresh = async () => {
    setNews(0);
    await reload();
  };
  // What fails in the background is tried again in a minute; nobody is shown an error for it.
  const look = async () => {
    const answer = first && (await call('ticket.list', { filter }));
    if (!first || !answer?.ok) return;
    setNews((before) => Math.max(before, added(first, answer.value)));
    // Who has read on to further pages keeps his place and is asked.
    if (!isFurther && JSON.stringify(answer.value) !== JSON.stringify(first)) await reload();
  };
  useWhileShown({
    everyMs: A_MINUTE_MS,
    onTick: () => filter === 'todo' && void look(),
    onReturn: () => void refresh(),
  });
  return { loaded, items, refresh, more, news, isFurther };
};
