import type { Draft } from './draft';
import type { Opened } from './opened';
import type { rulesHere } from './rules-here';

/** Who served, as the form named him when it was opened, with what proves it to the cloud. */
export type Served = {
  readonly token: string;
  /** Null when nobody was on duty. */
  readonly staff: string | null;
  /** By the clock of this phone. */
  readonly openedAt: number;
};

const AN_HOUR_MS = 3_600_000;

type Rules = Pick<ReturnType<typeof rulesHere>, 'rating'>;

/** Of the first opening of this draft, as long as the cloud goes by it; then of this one. */
export const servedOf = (draft: Draft, opened: Opened | undefined, { rating }: Rules): Served | undefined => {
  const { served } = draft;
  const isOver = served && Date.now() - served.openedAt > rating.formHolds.value * AN_HOUR_MS;
  return served && !isOver ? served : (opened?.served ?? undefined);
};
