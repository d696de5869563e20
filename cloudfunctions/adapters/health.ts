/** What a harmless call says about a verifier: its keys work, are refused, lack the service, or nobody answers. */
export type Health = 'works' | 'keyWrong' | 'notActivated' | 'unreachable';
