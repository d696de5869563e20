import { createHmac } from 'node:crypto';
import type { Digests } from '../../ports/digests';
import { readKeyring, requireKey } from './keyring';
import { lengthPrefixed } from './length-prefixed';
import { sm3Hex } from './sm3';

/** Where the keys are configured: `KEY` for blind references, `WINDOW_CODE_KEYS` as `1:key,2:key`; the last one signs. */
export type DigestKeys = { readonly key: string; readonly windowCodeKeys: string };

// Without I, L, O, U: read aloud, they are taken for others (Crockford's base 32).
const READABLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** HMAC-SHA256 with one purpose label per use, so that no digest serves for another. Throws when a key is missing. */
export const keyedDigests = ({ key, windowCodeKeys }: DigestKeys): Digests => {
  requireKey('KEY', key);
  const codes = readKeyring('WINDOW_CODE_KEYS', windowCodeKeys, 1);
  const mac = (purpose: string, ...parts: string[]) =>
    createHmac('sha256', key)
      .update(lengthPrefixed(purpose, ...parts))
      .digest();
  return {
    accountRef: (openid) => mac('account', openid).toString('base64url').slice(0, 22),
    walkInId: (...parts) =>
      `w-${mac('walk-in', ...parts)
        .toString('base64url')
        .slice(0, 22)}`,
    shortNo: (ratingId) => [...mac('number', ratingId).subarray(0, 8)].map((byte) => READABLE[byte % 32]).join(''),
    reportId: (...parts) =>
      mac('report', ...parts)
        .toString('base64url')
        .slice(0, 22),
    clueId: (...parts) =>
      mac('clue', ...parts)
        .toString('base64url')
        .slice(0, 22),
    contentHash: sm3Hex,
    photoSeal: (ref, fileId) => mac('photo', ref, fileId).toString('base64url').slice(0, 22),
    formSeal:
      (ref) =>
      (...parts) =>
        mac('form', ref, ...parts)
          .toString('base64url')
          .slice(0, 22),
    networkRef: (...parts) =>
      mac('network', ...parts)
        .toString('base64url')
        .slice(0, 22),
    refusedAbout: (about) => `?${mac('refused', about).toString('base64url').slice(0, 22)}`,
    windowCode: (version, text) => {
      const codeKey = codes.keys.get(version);
      return codeKey && createHmac('sha256', codeKey).update(text).digest('base64url');
    },
    windowCodeKey: codes.newest.version,
  };
};
