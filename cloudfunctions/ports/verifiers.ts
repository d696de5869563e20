import type { ProofMethod, Undetermined } from '@shared/domain/identity';

/** A natural person as he says he is; all three normalized. */
export type ClaimedPerson = { readonly name: string; readonly idNumber: string };

/** What a verifier says. `refused` is the person's own doing (a wrong field, a code used twice, a cancelled face scan). */
export type Checked =
  | { readonly verdict: 'match' }
  | { readonly verdict: 'mismatch' }
  | { readonly verdict: 'refused'; readonly why: 'name' | 'idNumber' | 'phone' | 'code' | 'cancelled' | 'device' }
  | { readonly verdict: 'undetermined'; readonly why: Undetermined };

export type CheckedPhone =
  | { readonly verdict: 'match'; readonly phone: string }
  | Exclude<Checked, { verdict: 'match' }>;

export type CheckedPerson =
  | { readonly verdict: 'match'; readonly person: ClaimedPerson }
  | Exclude<Checked, { verdict: 'match' }>;

export type StartedFace =
  | { readonly verdict: 'started'; readonly verifyId: string }
  | Exclude<Checked, { verdict: 'match' }>;

/** 实名核验. Never throws: a verifier that is down is an answer. Only those that are switched on are `offered`. */
export type Verifiers = {
  readonly offered: readonly ProofMethod[];
  /** phonenumber.getPhoneNumber: the number behind a one-use code of the button. Mainland numbers, 11 digits. */
  phoneOf(code: string): Promise<CheckedPhone>;
  /** 二要素: the name and the ID number belong together; not that it is the caller's. */
  twoFactor(person: ClaimedPerson): Promise<Checked>;
  /** 三要素: name, ID number and phone belong together. */
  threeFactor(person: ClaimedPerson, phone: string): Promise<Checked>;
  /** 微信人脸核身 2.0. `sequenceNo`: 5 to 32 of `0-9A-Za-z_-`, unique per app. */
  startFace(person: ClaimedPerson, sequenceNo: string, openid: string): Promise<StartedFace>;
  finishFace(person: ClaimedPerson, sequenceNo: string, verifyId: string, openid: string): Promise<Checked>;
  /** 省统一身份认证: where to send the citizen, and who came back. The link throws when the province is not offered. */
  provinceLink(state: string): string;
  provincePerson(code: string): Promise<CheckedPerson>;
};
