import type { Refusal } from '../../api/call';

const PASSING: readonly Refusal['code'][] = ['network.down', 'system.failed'];

/** Refusals that pass by themselves: only these are worth a second try. */
export const isPassing = ({ code }: Refusal): boolean => PASSING.includes(code);
