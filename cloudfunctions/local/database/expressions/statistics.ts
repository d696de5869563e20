import { compareValues } from '../values/values';
import { isNothing, type Operator, type Operators } from './operator';

const numbersOf = (values: readonly unknown[]): number[] =>
  values.filter((value): value is number => typeof value === 'number');

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** `without`: 0 for all of a population, 1 for a sample of it. */
const deviation = (values: readonly unknown[], without: 0 | 1): number | null => {
  const numbers = numbersOf(values);
  if (numbers.length <= without) return null;
  const mean = total(numbers) / numbers.length;
  return Math.sqrt(total(numbers.map((number) => (number - mean) ** 2)) / (numbers.length - without));
};

const extreme = (values: readonly unknown[], direction: 1 | -1): unknown =>
  values
    .filter((value) => !isNothing(value))
    .reduce(
      (best: unknown, value) => (isNothing(best) || compareValues(value, best) * direction > 0 ? value : best),
      null,
    );

/** What several values make together; of `$sum` and its like only numbers count. */
export const MEASURES = {
  $sum: (values: readonly unknown[]) => total(numbersOf(values)),
  $avg: (values: readonly unknown[]) => {
    const numbers = numbersOf(values);
    return numbers.length === 0 ? null : total(numbers) / numbers.length;
  },
  $max: (values: readonly unknown[]) => extreme(values, 1),
  $min: (values: readonly unknown[]) => extreme(values, -1),
  $stdDevPop: (values: readonly unknown[]) => deviation(values, 0),
  $stdDevSamp: (values: readonly unknown[]) => deviation(values, 1),
} as const;

/** Of one operand that is a list, its elements; of several, themselves. */
const overOperands =
  (measure: (values: readonly unknown[]) => unknown): Operator =>
  (operand, at) => {
    const operands = Array.isArray(operand) ? operand : [operand];
    const values = operands.map((one) => at.evaluate(one));
    const [only] = values;
    return measure(values.length === 1 && Array.isArray(only) ? only : values);
  };

/** The accumulators that are expressions too, outside of `group`. */
export const STATISTICS: Operators = Object.fromEntries(
  Object.entries(MEASURES).map(([name, measure]) => [name, overOperands(measure)]),
);
