import { useState } from 'react';
import type { Output } from '../../api/actions';
import { type Answer, call } from '../../api/call';
import type { Fault } from './audit-words';

export type Verification =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly checked: number }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'done'; readonly checked: number; readonly faults: readonly Fault[] };

/** 核对链条 from its beginning, one part after the other. */
export const useVerification = () => {
  const [verification, setVerification] = useState<Verification>({ state: 'idle' });
  const verify = async (): Promise<void> => {
    let [from, checked]: [number | null, number] = [1, 0];
    const faults: Fault[] = [];
    while (from !== null) {
      setVerification({ state: 'busy', checked });
      const answer: Answer<Output<'audit.verify'>> = await call('audit.verify', { from });
      if (!answer.ok) return setVerification({ state: 'failed', message: answer.message });
      checked += answer.value.checked;
      faults.push(...answer.value.faults);
      from = answer.value.next;
    }
    setVerification({ state: 'done', checked, faults });
  };
  return { verification, verify };
};
