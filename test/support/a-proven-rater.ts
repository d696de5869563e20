import type { Identity } from '@shared/domain/identity';
import type { TestCloud } from './a-local-cloud';

/** This account has proven a phone of its own: enough wherever 实名 is required. */
export const aProvenRater = async (cloud: TestCloud, openid: string): Promise<string> => {
  const proven: Identity = {
    _id: cloud.digests.accountRef(openid),
    rev: 0,
    sealed: {},
    keyVersion: '1',
    phoneIndex: null,
    idIndex: null,
    proofs: [{ method: 'wechatPhone', level: 'phone', at: Date.now() }],
    undetermined: null,
    consents: [],
    isGuardian: false,
    face: null,
    keepUntil: null,
  };
  await cloud.cloud.database.replace('identities', proven);
  return openid;
};
