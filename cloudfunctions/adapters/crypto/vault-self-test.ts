import { createCipheriv, createHmac } from 'node:crypto';
import { sm3Hex } from './sm3';

/** The published examples: GB/T 32905-2016 A.1, GB/T 32907-2016 A.1, GM/T 0042-2015 D.3 (the first HMAC-SM3 one). */
const EXAMPLES = {
  sm3: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  sm4: '681edf34d206965e86b3e94f536e4246',
  hmacSm3: 'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a',
} as const;

const sm4OfExample = () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  return createCipheriv('sm4-ecb', block, null).setAutoPadding(false).update(block).toString('hex');
};

const hmacSm3OfExample = () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, i) => i + 1));
  const text = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2);
  return createHmac('sm3', key).update(text).digest('hex');
};

/** Throws when this runtime lacks SM3 or SM4, or computes them wrongly: nothing may be sealed then. */
export const requireSm3AndSm4 = () => {
  let computed: Record<keyof typeof EXAMPLES, string>;
  try {
    computed = { sm3: sm3Hex('abc'), sm4: sm4OfExample(), hmacSm3: hmacSm3OfExample() };
  } catch {
    throw new Error('configuration: this runtime has no SM3 and SM4 in node:crypto');
  }
  for (const name of ['sm3', 'sm4', 'hmacSm3'] as const) {
    if (computed[name] !== EXAMPLES[name]) throw new Error(`configuration: this runtime computes ${name} wrongly`);
  }
};
