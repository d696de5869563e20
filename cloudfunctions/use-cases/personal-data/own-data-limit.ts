import { LIMITS } from '@shared/policy/limits';
import type { Context } from '../../ports/context';

/** Counts one more of the caller's doings with his own data; false when it is one too many today. */
export const mayActOnOwnData = ({ actor, limits, now }: Pick<Context, 'actor' | 'limits' | 'now'>): Promise<boolean> =>
  limits.take('ownData', actor.ref, LIMITS.ownData.value, now);
