import type { Plan } from './plan';

/** One thing to be as planned: what it is, what is to be done for it, and how. Nothing to run: it is so already. */
export type Step = { readonly what: string; readonly does: string; readonly run?: () => Promise<unknown> };
export type Survey = {
  /** In the order in which they are carried out. */
  readonly steps: readonly Step[];
  /** Why nothing at all is carried out: each is for a person to decide. */
  readonly refusals: readonly string[];
};

export const alreadySo = (what: string): Step => ({ what, does: '已是如此，跳过' });

export const joined = (surveys: readonly Survey[]): Survey => ({
  steps: surveys.flatMap(({ steps }) => steps),
  refusals: surveys.flatMap(({ refusals }) => refusals),
});

export type Target = {
  readonly plan: Plan;
  /** The folder that holds the built functions. */
  readonly functionsDir: string;
  readonly variables: Readonly<Record<string, string>>;
};
