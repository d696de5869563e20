import { addDays, type Day } from '../../kernel/time';

/** 放假: every day from the first to the last, as the notice says it (“2月15日至23日”), → the holiday's name. */
export const daysOff = (name: string, first: Day, last: Day = first): Readonly<Record<Day, string>> => {
  const days: Record<Day, string> = {};
  for (let day = first; day <= last; day = addDays(day, 1)) days[day] = name;
  return days;
};
