import { atLeast, demandOf, type RealName } from '@shared/domain/identity';
import { isBad, type RatingLevel } from '@shared/domain/rating';
import Taro, { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import type { Refusal } from '../../api/call';
import type { Draft } from './draft';
import { type Entry, nameOf, queryOf } from './entry';
import type { KnownProof } from './known-proof';
import type { Outgoing } from './outgoing';
import type { rulesHere } from './rules-here';

type Rules = ReturnType<typeof rulesHere>;

/** What the place wants of a rating. A waiting service is proven by its case and needs nothing. */
export const demandHere = (rules: Rules, level: RatingLevel, service: Outgoing['serviceKey']): RealName =>
  service ? 'off' : demandOf(rules.identity, 'windowCode', level);

export const isEnough = ({ level }: Pick<KnownProof, 'level'>, { identity }: Rules): boolean =>
  atLeast(level, identity.enough.value);

/** Whether a rating goes as it is: whatever is missing today, a verifier that could not say costs nobody his rating. */
export const mayGo = (known: KnownProof, rules: Rules): boolean => isEnough(known, rules) || known.undeterminedToday;

type Errand = {
  readonly place: string | undefined;
  readonly demand: RealName;
  /** Whether the rating is ready and goes as soon as its writer comes back. */
  readonly sends: boolean;
};

/** To the identity page and, by `useWayBack`, to this rating again. */
export const toIdentity = (entry: Entry, { place = '', demand, sends }: Errand): Promise<unknown> =>
  Taro.navigateTo({
    url: `/privacy/identity/index?${queryOf(entry)}&place=${place}&demand=${demand}${sends ? '&sends=1' : ''}`,
  });

/** What was added to the rating at the identity page, and whether it goes now. */
export type Back = {
  readonly changes: Partial<Pick<Draft, 'caseNo' | 'receiptCode' | 'forCompany'>>;
  readonly sends: boolean;
};

const backs = new Map<string, Back>();

export const bringBack = (entry: Entry, back: Back): void => void backs.set(nameOf(entry), back);

/** Once for everybody who comes back from the identity page with something for this rating. */
export const useWayBack = (entry: Entry, onBack: (back: Back) => void): void => {
  const take = () => {
    const back = backs.get(nameOf(entry));
    backs.delete(nameOf(entry));
    if (back) onBack(back);
  };
  useDidShow(take);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that is opened anew looks once; `useDidShow` does the rest.
  useEffect(take, []);
};

/** Drafts whose writer was asked and went on without: nobody is asked twice. */
const asked = new Set<string>();

/** Whether somebody is asked who he is before this rating goes. */
export const asksFirst = (
  { level, serviceKey, receiptCode, idempotencyKey }: Outgoing,
  known: KnownProof,
  rules: Rules,
): boolean => {
  const demand = demandHere(rules, level, serviceKey);
  if (demand === 'off' || receiptCode !== '' || mayGo(known, rules)) return false;
  return demand === 'required' || (isBad(level, rules.rating) && !asked.has(idempotencyKey));
};

export const rememberAsked = ({ idempotencyKey }: Outgoing): void => void asked.add(idempotencyKey);

/** The refusal that 实名 mends. */
export const asksForProof = (code: Refusal['code']): boolean => code === 'identity.required';
