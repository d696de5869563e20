import type { Day } from '@shared/kernel/time';

/** What a log line may say. There is no field for free text: nothing that a person typed, or is, can get into it. */
export type LogLine = {
  readonly level: 'info' | 'error';
  readonly requestId: string;
  readonly door: string;
  readonly action: string;
  /** `ok`, a refusal's code, `system.failed`, or `kept` of a daily digest. */
  readonly outcome: string;
  readonly ms: number;
  readonly bug?: Bug;
  readonly done?: number;
  readonly left?: number;
  /** Of a job: how many came to which end, by our own words or a service's codes. */
  readonly outcomes?: Readonly<Record<string, number>>;
  /** A daily digest of the audit log, kept here too, where no database reaches. */
  readonly digest?: { readonly day: Day; readonly number: number; readonly hash: string };
};

/** A bug by its kind and place; its message is left out, for it may quote a document. */
export type Bug = { readonly name: string; readonly code: string; readonly at: readonly string[] };

const FRAME = /^\s+at ([\w.<> ]+) \(.*?([\w-]+\.[cm]?[jt]s:\d+:\d+)\)$/;

export const bugOf = (error: unknown): Bug => {
  if (!(error instanceof Error)) return { name: typeof error, code: '', at: [] };
  const { errCode } = error as { errCode?: unknown };
  const frames = (error.stack ?? '').split('\n').flatMap((line) => {
    const [, name, place] = FRAME.exec(line) ?? [];
    return name && place ? [`${name} ${place}`] : [];
  });
  return { name: error.name, code: typeof errCode === 'number' ? String(errCode) : '', at: frames.slice(0, 6) };
};

export const log = (line: LogLine): void => console.log(JSON.stringify(line));
