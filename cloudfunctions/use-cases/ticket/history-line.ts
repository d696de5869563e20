import { sayHistory } from '@shared/domain/message';
import type { HistoryByDay } from '@shared/domain/visibility';

/** One line of history as officials read it. */
export const historyLine = (entry: HistoryByDay[number]) => ({
  on: entry.on,
  text: sayHistory(entry),
  post: entry.post ?? null,
  words: entry.words || null,
});
