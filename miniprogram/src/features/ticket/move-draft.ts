import type { Cause, ContactOutcome, Finding } from '@shared/domain/handling';
import type { Instant } from '@shared/kernel/time';
import { useState } from 'react';
import type { Input, Output } from '../../api/actions';
import { ownKey } from '../../api/persona';
import { keep, stored, useStored } from '../../hooks/stored';
import type { DraftPhoto } from '../rating/draft';
import { releasePhoto } from '../rating/photo-file';

export type Ticket = Output<'ticket.show'>;
export type Step = Input<'ticket.move'>['step'];
/** What an official can do with a ticket. */
export type OfficialMove = Step['move'];

/** What somebody has filled in for one move of one ticket. */
export type MoveDraft = {
  readonly unitId: string;
  readonly outcome: ContactOutcome | null;
  readonly finding: Finding | null;
  readonly cause: Cause | null;
  readonly isComplex: boolean | null;
  /** The reason, the note or the plan: whatever one text the move asks for. */
  readonly words: string;
  readonly measures: string;
  readonly reply: string;
  readonly days: string;
  readonly photos: readonly DraftPhoto[];
};

const EMPTY: MoveDraft = {
  unitId: '',
  outcome: null,
  finding: null,
  cause: null,
  isComplex: null,
  words: '',
  measures: '',
  reply: '',
  days: '',
  photos: [],
};

/** What a move starts from: a plan and a result are mended, not written anew. */
const startOf = (move: OfficialMove, { plan, rectification, classification }: Ticket['handling']): MoveDraft => {
  if (move === 'plan') return { ...EMPTY, words: plan ?? '' };
  if (move === 'classify') return { ...EMPTY, ...classification };
  if (move !== 'submitRectification' || !rectification) return EMPTY;
  return { ...EMPTY, measures: rectification.measures, reply: rectification.reply };
};

type Kept = Readonly<Record<string, MoveDraft & { readonly keptAt: Instant }>>;

/** Longer than any ticket is open: what is older was left behind. */
const KEPT_FOR_MS = 60 * 24 * 3_600_000;
const KEY = ownKey('move-drafts.1');

const readKept = (found: unknown): Kept =>
  typeof found === 'object' && found !== null
    ? Object.fromEntries(Object.entries(found as Kept).filter(([, { keptAt }]) => keptAt > Date.now() - KEPT_FOR_MS))
    : {};

const moveDrafts = stored<Kept>(KEY, readKept);

/** Where there is no room for all of it, the words are kept. */
const keepAll = (drafts: Kept): void => {
  moveDrafts.set(drafts);
  if (moveDrafts.isKept()) return;
  keep(KEY, Object.fromEntries(Object.entries(drafts).map(([name, draft]) => [name, { ...draft, photos: [] }])));
};

const nameOf = (ratingId: string, move: OfficialMove): string => `${ratingId}/${move}`;

/** It was sent, or is given up. */
export const dropMoveDraft = (ratingId: string, move: OfficialMove): void => {
  const { [nameOf(ratingId, move)]: dropped, ...others } = moveDrafts.get();
  for (const { path } of dropped?.photos ?? []) releasePhoto(path);
  if (dropped) keepAll(others);
};

/** The draft of this move, kept on the phone with every change; `wasKept` when it was there before. */
export const useMoveDraft = ({ ratingId, handling }: Pick<Ticket, 'ratingId' | 'handling'>, move: OfficialMove) => {
  const name = nameOf(ratingId, move);
  const kept = useStored(moveDrafts)[name];
  const [start] = useState(() => startOf(move, handling));
  const [wasKept, setWasKept] = useState(kept !== undefined);
  const change = (changes: (before: MoveDraft) => Partial<MoveDraft>) => {
    const drafts = moveDrafts.get();
    const before = drafts[name] ?? start;
    keepAll({ ...drafts, [name]: { ...before, ...changes(before), keptAt: Date.now() } });
  };
  const startAnew = () => {
    dropMoveDraft(ratingId, move);
    setWasKept(false);
  };
  return { draft: kept ?? start, change, wasKept, startAnew };
};
