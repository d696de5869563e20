import { addDays, dayOf, instantOf, isWeekend, sayDay, sayMoment } from '../../shared/kernel/time';

// Prints what time.ts says of many moments; the test runs it on machines that stand in different time zones.
const HOUR = 3_600_000;
const from = instantOf('2026-01-01', '00:00');

for (let hour = 0; hour < 365 * 24; hour++) {
  const at = from + hour * HOUR + 59_000;
  const day = dayOf(at);
  console.log(day, sayMoment(at), sayDay(day), isWeekend(day), addDays(day, 1), instantOf(day, '17:30'));
}
