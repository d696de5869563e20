import { inspect, isDeepStrictEqual } from 'node:util';
import { titleOf } from './cases';
import type { CaseTools, ConformanceCase, Refusal } from './conformance-case';

export type Outcome = {
  /** `api: name` */
  readonly name: string;
  readonly passed: boolean;
  /** What the cloud answered or how it refused, for a person to read. */
  readonly got: string;
};

const LONGEST_GOT = 500;

/** A case that throws what nobody expected has failed; it never takes the others down. */
export const runCase = async (of: ConformanceCase, tools: CaseTools): Promise<Outcome> => {
  const name = titleOf(of);
  try {
    const answer = await of.run(tools);
    return { name, passed: 'answers' in of && isDeepStrictEqual(answer, of.answers), got: shown(answer) };
  } catch (error) {
    const refusal = refusalOf(error);
    return { name, passed: 'refuses' in of && isRefusedAs(refusal, of.refuses), got: shown(refusal ?? error) };
  }
};

/** What user code can tell an error by. What the SDK throws outside of a call has no code; it counts as -1, its "unknown error". */
const refusalOf = (error: unknown): Refusal | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  const { errCode = -1, errMsg, message } = error as { errCode?: number; errMsg?: string; message?: string };
  return { errCode, errMsg: String(errMsg ?? message) };
};

const isRefusedAs = (got: Refusal | undefined, expected: Refusal): boolean =>
  got !== undefined && got.errCode === expected.errCode && got.errMsg.includes(expected.errMsg);

const shown = (value: unknown): string => inspect(value, { depth: 10, breakLength: 100 }).slice(0, LONGEST_GOT);
