import { createHmac } from 'node:crypto';
import type { Digests } from '../../ports/digests';

/** Where the keys are configured: `KEY` for blind references, `WINDOW_CODE_KEYS` as `1:key,2:key`; the last one signs. */
export type DigestKeys = { readonly key: string; readonly windowCodeKeys: string };

const MIN_KEY_LENGTH = 32;
// Without I, L, O, U: read aloud, they are taken for others (Crockford's base 32).
const READABLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const parseWindowCodeKeys = (text: string): ReadonlyMap<string, string> => {
  const entries = text.split(',').map((entry) => {
    const [, version, key] = /^([0-9]):(.+)$/.exec(entry.trim()) ?? [];
    if (!version || !key) throw new Error('configuration: WINDOW_CODE_KEYS reads `1:key,2:key`, one digit each');
    return [version, key] as const;
  });
  if (new Set(entries.map(([version]) => version)).size < entries.length) {
    throw new Error('configuration: WINDOW_CODE_KEYS names a version twice');
  }
  return new Map(entries);
};

const requireKey = (name: string, key: string) => {
  if (key.length < MIN_KEY_LENGTH)
    throw new Error(`configuration: ${name} needs at least ${MIN_KEY_LENGTH} characters`);
};

/** HMAC-SHA256 with one purpose label per use, so that no digest serves for another. Throws when a key is missing. */
export const keyedDigests = ({ key, windowCodeKeys }: DigestKeys): Digests => {
  const codeKeys = parseWindowCodeKeys(windowCodeKeys);
  const windowCodeKey = [...codeKeys.keys()].at(-1);
  if (windowCodeKey === undefined) throw new Error('configuration: WINDOW_CODE_KEYS has no key');
  requireKey('KEY', key);
  for (const [version, codeKey] of codeKeys) requireKey(`WINDOW_CODE_KEYS ${version}`, codeKey);
  // The length before each part keeps ('ab','c') and ('a','bc') apart.
  const mac = (purpose: string, ...parts: string[]) =>
    createHmac('sha256', key)
      .update([purpose, ...parts].map((part) => `${part.length}:${part}`).join(''))
      .digest();
  return {
    accountRef: (openid) => mac('account', openid).toString('base64url').slice(0, 22),
    walkInId: (...parts) =>
      `w-${mac('walk-in', ...parts)
        .toString('base64url')
        .slice(0, 22)}`,
    shortNo: (ratingId) => [...mac('number', ratingId).subarray(0, 8)].map((byte) => READABLE[byte % 32]).join(''),
    photoSeal: (ref, fileId) => mac('photo', ref, fileId).toString('base64url').slice(0, 22),
    windowCode: (version, text) => {
      const codeKey = codeKeys.get(version);
      return codeKey && createHmac('sha256', codeKey).update(text).digest('base64url');
    },
    windowCodeKey,
  };
};
