import { dayOf, type Instant } from '../kernel/time';
import { endOf } from './deputy';
import type { ServiceWindow } from './organization';
import type { StaffMember } from './role';

/** 班次: who stood at which window from when until when; `until` is null while it runs. Never changed after its end. */
export type Shift = {
  readonly _id: string;
  readonly windowId: string;
  readonly staffId: string;
  readonly name: string;
  readonly workNo: string;
  readonly from: Instant;
  readonly until: Instant | null;
};

/** 上岗 now. `id` is nobody else's. */
export const beginShift = (
  id: string,
  windowId: string,
  { _id: staffId, name, workNo }: Pick<StaffMember, '_id' | 'name' | 'workNo'>,
  now: Instant,
): Shift => ({ _id: id, windowId, staffId, name, workNo, from: now, until: null });

/** Who stands there as the window says it, by his shift. */
export const onDutyBy = ({ _id: shiftId, staffId, name, workNo }: Shift): NonNullable<ServiceWindow['onDuty']> => ({
  ...{ staffId, name, workNo, shiftId },
});

/** Begun on an earlier day and never ended: nobody serves through the night. */
export const isForgotten = ({ from }: Pick<Shift, 'from'>, now: Instant): boolean => dayOf(from) < dayOf(now);

/** When a running shift ends that is ended now: a forgotten one has ended with its day. */
export const endedAt = ({ from }: Pick<Shift, 'from'>, now: Instant): Instant => Math.min(now, endOf(dayOf(from)));

/** The units at whose windows he may serve: his own, and those where he holds the clerk's role. */
export const servedUnits = ({ orgId, grants }: Pick<StaffMember, 'orgId' | 'grants'>): readonly string[] => [
  ...new Set([orgId, ...grants.filter(({ role }) => role === 'clerk').map((grant) => grant.orgId)]),
];
