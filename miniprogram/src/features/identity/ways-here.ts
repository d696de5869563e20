import type { IdentityRules, ProofMethod } from '@shared/domain/identity';
import { wechat } from './wechat';

const isPossibleHere = (method: ProofMethod): boolean => {
  if (method === 'wechatPhone') return process.env.TARO_ENV === 'weapp' || IS_LOCAL;
  // What comes back from the province belongs to the account that went there: a browser beside WeChat has none.
  if (method === 'province') return process.env.TARO_ENV === 'h5';
  if (method === 'face') return wechat?.requestFacialVerify !== undefined;
  return true;
};

/** 实名方式 that are switched on and that this phone can go, in the order of the law. */
export const waysHere = ({ methods }: IdentityRules, offered: readonly ProofMethod[]): readonly ProofMethod[] =>
  methods.value.filter((method) => offered.includes(method) && isPossibleHere(method));
