import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '@shared/kernel/result';
import type { SealedPlace, Vault } from '../../ports/vault';
import { readKeyring, requireKey } from './keyring';
import { lengthPrefixed } from './length-prefixed';
import { requireSm3AndSm4 } from './vault-self-test';

/**
 * Where the keys are configured: `VAULT_KEYS` as `1:key,2:key`, versions up to two digits, the last one seals; `INDEX_KEY`.
 * Each key has 32 characters at least.
 */
export type VaultKeys = { readonly keys: string; readonly indexKey: string };

const SEALED_FORM = /^v([0-9]{1,2})\.([0-9A-Za-z_-]+)$/;
const BLOCK_BYTES = 16;
const MAC_BYTES = 32;
const INDEX_LENGTH = 22;

/** A key of its own for each use, so that no use weakens another (HKDF, RFC 5869, over SM3). */
const subKey = (key: string, use: string, bytes: number): Buffer => Buffer.from(hkdfSync('sm3', key, '', use, bytes));

const hmac = (key: Buffer, ...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((digest, part) => digest.update(part), createHmac('sm3', key)).digest();

type Lock = {
  seal(plain: string, place: SealedPlace): string;
  open(sealed: Buffer, place: SealedPlace): Result<string, 'vault.tampered'>;
};

/** SM4-CBC, then HMAC-SM3 over place, IV and cipher text. */
const lockOf = (version: string, key: string): Lock => {
  const cipherKey = subKey(key, 'haochaping vault cipher', BLOCK_BYTES);
  const macKey = subKey(key, 'haochaping vault mac', MAC_BYTES);
  const macOf = ({ collection, id, field }: SealedPlace, body: Buffer) =>
    hmac(macKey, lengthPrefixed(version, collection, id, field), body);
  return {
    seal: (plain, place) => {
      const iv = randomBytes(BLOCK_BYTES);
      const cipher = createCipheriv('sm4-cbc', cipherKey, iv);
      const body = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([body, macOf(place, body)]).toString('base64url');
    },
    open: (sealed, place) => {
      const body = sealed.subarray(0, -MAC_BYTES);
      if (body.length < 2 * BLOCK_BYTES || !timingSafeEqual(macOf(place, body), sealed.subarray(-MAC_BYTES)))
        return refuse('vault.tampered');
      const decipher = createDecipheriv('sm4-cbc', cipherKey, body.subarray(0, BLOCK_BYTES));
      return ok(decipher.update(body.subarray(BLOCK_BYTES), undefined, 'utf8') + decipher.final('utf8'));
    },
  };
};

/**
 * Sealed form `v<version>.<IV, cipher text, MAC in base64url>`; text is sealed as UTF-8, half a surrogate pair becomes U+FFFD.
 * Throws when a key is missing, or the runtime cannot do SM3 and SM4.
 */
export const openVault = ({ keys, indexKey }: VaultKeys): Vault => {
  requireSm3AndSm4();
  const ring = readKeyring('VAULT_KEYS', keys, 2);
  requireKey('INDEX_KEY', indexKey);
  const locks = new Map([...ring.keys].map(([version, key]) => [version, lockOf(version, key)]));
  const newest = lockOf(ring.newest.version, ring.newest.key);
  return {
    keyVersion: ring.newest.version,
    seal: (plain, place) => `v${ring.newest.version}.${newest.seal(plain, place)}`,
    open: (sealed, place) => {
      const [, version = '', text = ''] = SEALED_FORM.exec(sealed) ?? [];
      const bytes = Buffer.from(text, 'base64url');
      // The last character has spare bits: only the one way of writing these bytes is ours.
      if (version === '' || bytes.toString('base64url') !== text) return refuse('vault.tampered');
      return locks.get(version)?.open(bytes, place) ?? refuse('vault.keyMissing');
    },
    index: (kind, value) =>
      hmac(subKey(indexKey, `haochaping index ${kind}`, MAC_BYTES), value)
        .toString('base64url')
        .slice(0, INDEX_LENGTH),
  };
};
