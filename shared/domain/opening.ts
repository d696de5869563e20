import type { Instant } from '../kernel/time';
import type { OpenedPart, OpeningPurpose } from './identity';
import type { Official } from './visibility';

/** 查看申请: what one person may not open alone, another one agrees to first. */
export type Opening = {
  readonly _id: string;
  readonly ratingId: string;
  /** The bureau whose supervisors may agree. */
  readonly bureauId: string;
  readonly ratedStaffId: string | null;
  readonly purpose: OpeningPurpose;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly state: 'awaitingSecond' | 'granted' | 'denied';
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
};

/** A supervisor of that bureau, not the one who asks and not the one who was rated. */
export const mayAgree = (
  { staffId, bureauIds }: Pick<Official, 'staffId' | 'bureauIds'>,
  { bureauId, requestedBy, ratedStaffId }: Opening,
): boolean => bureauIds.includes(bureauId) && staffId !== requestedBy && staffId !== ratedStaffId;

/** Whether the agreement still opens; it is given to the one who asked, for a while. */
export const isOpen = ({ state, decidedAt }: Opening, now: Instant, holdsMs: number): boolean =>
  state === 'granted' && decidedAt !== null && now <= decidedAt + holdsMs;

/** What a part shows, of the fields that are kept. */
export const SHOWN_BY_PART = {
  contact: ['name', 'phone'],
  person: ['name', 'idNumber', 'phone', 'companyName', 'companyCode'],
} as const satisfies Record<OpenedPart, readonly string[]>;
