import type { Clue, ClueState } from '@shared/domain/clue';
import type { Cursor, Page } from './page';

/** 线索, apart from ratings and tickets. */
export type Clues = {
  find(id: string): Promise<Clue | undefined>;
  /** Writing the same clue again changes nothing. */
  insert(clue: Clue): Promise<void>;
  /** At most 20 that this person transferred from that rating, newest first. */
  transferredBy(staffId: string, ratingId: string): Promise<readonly Clue[]>;
  /** Those for these bureaus, newest first, without those about this member of staff. */
  readAt(bureauIds: readonly string[], staffId: string, after: Cursor | null): Promise<Page<Clue>>;
  /** False when its state is not what it was any more. */
  acknowledge(clue: Pick<Clue, '_id' | 'state'>, state: ClueState): Promise<boolean>;
  /** Those sealed under another key than this version. */
  sealedUnderOther(keyVersion: string, limit: number): Promise<readonly Clue[]>;
  /** Sealed anew, if nobody did since; false when somebody did. */
  reseal(clue: Pick<Clue, '_id' | 'sealed'>, seal: Pick<Clue, 'sealed' | 'keyVersion'>): Promise<boolean>;
};
