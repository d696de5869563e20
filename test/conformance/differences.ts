import { inspect } from 'node:util';
import { CASES, titleOf } from './cases';
import type { ConformanceCase } from './conformance-case';
import type { Outcome } from './run-case';

/** What a real environment did otherwise than its cases say, and how many there are of both. */
export const describeDifferences = (outcomes: readonly Outcome[]): string => {
  const cases = new Map(CASES.map((of) => [titleOf(of), of]));
  const differences = outcomes.filter(({ passed }) => !passed);
  const total = `共 ${outcomes.length} 例：相同 ${outcomes.length - differences.length}，不同 ${differences.length}。`;
  return [...differences.map((outcome) => describe(outcome, cases.get(outcome.name))), total].join('\n');
};

const describe = ({ name, got }: Outcome, of: ConformanceCase | undefined): string =>
  [
    `不同 ${name}`,
    `  应为 ${of ? expectationOf(of) : '?'}`,
    `  实为 ${oneLine(got)}`,
    `  依据 ${of?.source ?? '?'}`,
  ].join('\n');

const expectationOf = (of: ConformanceCase): string =>
  oneLine(inspect('answers' in of ? of.answers : of.refuses, { depth: 10, breakLength: Number.POSITIVE_INFINITY }));

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
