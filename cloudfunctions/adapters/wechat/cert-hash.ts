import { createHash } from 'node:crypto';
import type { ClaimedPerson } from '../../ports/verifiers';

export const CERT_TYPE = 'IDENTITY_CARD';

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** As in the sample of https://developers.weixin.qq.com/miniprogram/dev/server/API/face/api_queryverifyinfo: no URL encoding. */
export const certHash = ({ name, idNumber }: ClaimedPerson): string =>
  createHash('sha256')
    .update(`cert_type=${base64(CERT_TYPE)}&cert_name=${base64(name)}&cert_no=${base64(idNumber)}`)
    .digest('hex');
