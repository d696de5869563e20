import { useCallback } from 'react';
import type { ActionName, Input } from '../api/actions';
import { call } from '../api/call';
import { useLoaded } from './use-loaded';

/** What an action answers to this input. */
export const useAnswer = <N extends ActionName>(action: N, input: Input<N>) => {
  const asked = JSON.stringify(input);
  return useLoaded(useCallback(() => call(action, JSON.parse(asked) as Input<N>), [action, asked]));
};
