import { NOTICE_TEXTS } from '@shared/policy/notices';
import { PEOPLE } from '../../cloudfunctions/stand-ins/people';
import type { TestCloud } from './a-local-cloud';

/** This account has given phone, name and number through the door, as the first of the people whom the verifiers know. */
export const prove = async (cloud: TestCloud, openid: string): Promise<string> => {
  const code = cloud.cloud.phoneCode(openid);
  await cloud.citizen(openid, 'identity.provePhone', { code, consent: NOTICE_TEXTS.phone.version });
  const { name, idNumber } = PEOPLE[0] ?? { name: '', idNumber: '' };
  await cloud.citizen(openid, 'identity.proveNumber', { name, idNumber, consent: NOTICE_TEXTS.idNumber.version });
  return openid;
};
