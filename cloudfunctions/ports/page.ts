import { ok, type Result, refuse } from '@shared/kernel/result';

/** Where a list goes on: after this number (a moment), and after this id among equal ones. */
export type Cursor = { readonly at: number; readonly id: string };

export type Page<T> = { readonly items: readonly T[]; readonly next: Cursor | null };

export const PAGE_SIZE = 20;

/** One more than a page was asked for: that one only tells that there is more. */
export const pageOf = <T>(found: readonly T[], cursorOf: (item: T) => Cursor): Page<T> => {
  const items = found.slice(0, PAGE_SIZE);
  const last = items.at(-1);
  return { items, next: last && found.length > PAGE_SIZE ? cursorOf(last) : null };
};

export const writeCursor = (cursor: Cursor | null): string | null => cursor && `${cursor.at}~${cursor.id}`;

export const readCursor = (text: string | undefined): Result<Cursor | null, 'request.malformed'> => {
  if (text === undefined) return ok(null);
  const [, at, id] = /^(\d{1,15})~(.{1,80})$/u.exec(text) ?? [];
  return at && id ? ok({ at: Number(at), id }) : refuse('request.malformed');
};
