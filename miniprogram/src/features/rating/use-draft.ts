import { useEffect, useState } from 'react';
import { type Draft, draftOf, keepDraft } from './draft';
import type { Entry } from './entry';

/** The draft of this place, kept on the phone with every change until its receipt is there. */
export const useDraft = (entry: Entry) => {
  const [draft, setDraft] = useState(() => draftOf(entry));
  useEffect(() => keepDraft(entry, draft), [entry, draft]);
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  return { draft, change, setDraft };
};
