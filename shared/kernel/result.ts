/** What a rule or an action answers: a value, or a refusal that the person can act on. Bugs throw instead. */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<C extends string> = { readonly ok: false; readonly code: C };
export type Result<T, C extends string = string> = Ok<T> | Refused<C>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refuse = <C extends string>(code: C): Refused<C> => ({ ok: false, code });
