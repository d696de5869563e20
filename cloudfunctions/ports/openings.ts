import type { Opening } from '@shared/domain/opening';

/** 查看申请 */
export type Openings = {
  insert(opening: Opening): Promise<void>;
  find(id: string): Promise<Opening | undefined>;
  /** The newest that this person asked for about this rating. */
  newest(requestedBy: string, ratingId: string): Promise<Opening | undefined>;
  /** Asked for by this person, or of these bureaus; newest first. */
  of(requestedBy: string, bureauIds: readonly string[], limit: number): Promise<readonly Opening[]>;
  /** Once: false when somebody has decided already. */
  decide(id: string, decision: Pick<Opening, 'state' | 'decidedBy' | 'decidedAt'>): Promise<boolean>;
};
