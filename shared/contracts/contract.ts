import type * as z from 'zod/mini';
import type { Permission } from '../domain/role';

/** One action at one door: its name, who may call it, and both its shapes. The only thing both sides know of each other. */
export type Contract<N extends string = string, I = unknown, O = unknown> = {
  readonly name: N;
  readonly permission: Permission;
  /** Unknown fields are refused. A check's message is a code of `refusals.ts`, so that each field has its own sentence. */
  readonly input: z.ZodMiniType<I>;
  /** What leaves the cloud: a field that is not listed here does not. */
  readonly output: z.ZodMiniType<O>;
  /**
   * Set on what goes into the 审计日志: to what it was done, by the id that names it (never words that a person types), and
   * for what of a closed list. The output is there once it was done: some things have their id only then. No answer leaves
   * before its line is written, a refusal's neither.
   */
  audits?(input: I, output?: O): Audited;
};

export type Audited = { readonly about: string; readonly purpose?: string };

export const contract = <N extends string, I, O>(definition: Contract<N, I, O>): Contract<N, I, O> => definition;

export type InputOf<C> = C extends Contract<string, infer I, unknown> ? I : never;
export type OutputOf<C> = C extends Contract<string, unknown, infer O> ? O : never;
