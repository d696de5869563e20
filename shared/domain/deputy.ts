import { ok, type Result, refuse } from '../kernel/result';
import { addDays, type Day, dayOf, type Instant, instantOf, isDay } from '../kernel/time';
import type { Period } from './organization';
import type { RoleGrant, StaffMember } from './role';

const A_YEAR_DAYS = 366;

/** The moment at which that day is over. */
export const endOf = (day: Day): Instant => instantOf(addDays(day, 1), '00:00');

/** From the beginning of the one day to the end of the other; neither over nor further than a year away. */
export const periodOf = (from: Day, until: Day, now: Instant): Result<Period, 'deputy.daysInvalid'> => {
  const today = dayOf(now);
  const isRight =
    isDay(from) && isDay(until) && from <= until && until >= today && until <= addDays(today, A_YEAR_DAYS);
  return isRight ? ok({ from: instantOf(from, '00:00'), until: endOf(until) }) : refuse('deputy.daysInvalid');
};

/** The units for which he is 责任人员 himself, and not as a deputy: a deputy names no deputies. */
export const ownUnits = ({ grants }: Pick<StaffMember, 'grants'>): readonly string[] =>
  grants.flatMap(({ role, orgId, until = null }: RoleGrant) => (role === 'liaison' && until === null ? [orgId] : []));
