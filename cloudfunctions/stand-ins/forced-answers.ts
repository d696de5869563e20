import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

export type VerifierKind = 'sms' | 'twoFactor' | 'threeFactor' | 'phone' | 'face' | 'province';

/** `closed`: cut without an answer. `slow`: longer than anybody waits. `garbage`: 200, and no JSON. */
export type BrokenLine = 'closed' | 'slow' | 'http500' | 'garbage';

/** The next answer, whatever is asked. */
export type ForcedAnswer =
  | { readonly line: BrokenLine }
  /** Tencent's `Result`. */
  | { readonly result: string }
  /** Tencent's `Error.Code`, or the `error` of OAuth 2.0. */
  | { readonly error: string }
  /** WeChat's `errcode`, at whichever of its calls comes next. */
  | { readonly errcode: number }
  /** `verify_ret` of the next queryVerifyInfo. */
  | { readonly verifyRet: number }
  /** The number behind the next phone code. */
  | { readonly phone: string; readonly countryCode: string }
  /** What the province says about the next user. */
  | { readonly user: object };

type KeysOf<T> = T extends unknown ? keyof T : never;
export type AnswerKey = KeysOf<ForcedAnswer>;

export type ForcedAnswers = {
  next(which: VerifierKind, answer: ForcedAnswer): void;
  /** Takes the oldest answer that has one of these fields. */
  take<K extends AnswerKey>(
    which: VerifierKind,
    ...keys: K[]
  ): Extract<ForcedAnswer, { [P in K]?: unknown }> | undefined;
};

export const forcedAnswers = (): ForcedAnswers => {
  const waiting: { readonly which: VerifierKind; readonly answer: ForcedAnswer }[] = [];
  return {
    next: (which, answer) => void waiting.push({ which, answer }),
    take: (which, ...keys) => {
      const at = waiting.findIndex((forced) => forced.which === which && keys.some((key) => key in forced.answer));
      return (at < 0 ? undefined : waiting.splice(at, 1)[0]?.answer) as never;
    },
  };
};

const SLOW_MS = 6_000;

export const slowly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SLOW_MS).unref());

/** Answers as a broken line does. */
export const brokenAnswer = async (c: Context<{ Bindings: HttpBindings }>, line: BrokenLine): Promise<Response> => {
  if (line === 'closed') c.env.incoming.socket.destroy();
  if (line === 'slow') await slowly();
  if (line === 'garbage') return c.html('<!doctype html><p>维护中</p>');
  return c.text('Internal Server Error', 500);
};
