import type { RetaliationReport } from '@shared/domain/retaliation-report';
import type { Cursor, Page } from './page';

/** 举报打击报复, apart from ratings and tickets. */
export type Reports = {
  find(id: string): Promise<RetaliationReport | undefined>;
  /** Writing the same report again changes nothing. */
  insert(report: RetaliationReport): Promise<void>;
  /** At most 20 of this rater about that rating, newest first. */
  ofRating(raterRef: string, ratingId: string): Promise<readonly RetaliationReport[]>;
  /** All of this rater, at most 1,000. */
  ofRater(raterRef: string): Promise<readonly RetaliationReport[]>;
  /** Whether one of this rater still waits for its answer. */
  hasOpen(raterRef: string): Promise<boolean>;
  /** 去标识化: whatever this rater has reported, under a new reference. */
  forgetRater(raterRef: string, newRef: string): Promise<void>;
  /** Those sealed under another key than this version. */
  sealedUnderOther(keyVersion: string, limit: number): Promise<readonly RetaliationReport[]>;
  /** Sealed anew, if nobody changed its words since; false when somebody did. */
  reseal(report: RetaliationReport, seals: Pick<RetaliationReport, 'sealed' | 'keyVersion'>): Promise<boolean>;
  /** Those that these bureaus read, newest first, without those about this member of staff. */
  readBy(bureauIds: readonly string[], staffId: string, after: Cursor | null): Promise<Page<RetaliationReport>>;
  /** Once: false when it is closed already. */
  close(
    id: string,
    closing: Pick<RetaliationReport, 'sealed' | 'keyVersion' | 'closedAt' | 'closedBy'>,
  ): Promise<boolean>;
};
