import { useState } from 'react';
import type { ActionName, Input, Output } from '../api/actions';
import { call, type Refusal } from '../api/call';

/** One action at a press: `busy` while it is under way, and the refusal until the next try. */
export const useAction = <N extends ActionName>(action: N, onDone: (value: Output<N>) => void) => {
  const [state, setState] = useState<'idle' | 'busy' | Refusal>('idle');
  const run = async (input: Input<N>): Promise<void> => {
    if (state === 'busy') return;
    setState('busy');
    const answer = await call(action, input);
    setState(answer.ok ? 'idle' : answer);
    if (answer.ok) onDone(answer.value);
  };
  const refusal = typeof state === 'string' ? null : state;
  return { run, busy: state === 'busy', failure: refusal?.message ?? null, code: refusal?.code ?? null };
};
