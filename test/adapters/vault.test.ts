import crypto, { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { sm3Hex } from '../../cloudfunctions/adapters/crypto/sm3';
import { openVault } from '../../cloudfunctions/adapters/crypto/vault';
import { requireSm3AndSm4 } from '../../cloudfunctions/adapters/crypto/vault-self-test';
import type { IndexKind, SealedPlace } from '../../cloudfunctions/ports/vault';

const FIRST = 'a-first-vault-key-of-a-test-00000001';
const SECOND = 'a-second-vault-key-of-a-test-0000002';
const INDEX = 'an-index-key-of-a-test-0000000000001';
const vaultOf = (keys = `1:${FIRST}`, indexKey = INDEX) => openVault({ keys, indexKey });
const vault = vaultOf();

const PLACE: SealedPlace = { collection: 'raters', id: 'r-1', field: 'name' };
const TAMPERED = { ok: false, code: 'vault.tampered' };
const KEY_MISSING = { ok: false, code: 'vault.keyMissing' };
const KINDS: readonly IndexKind[] = ['phone', 'idNumber', 'companyCode', 'receiptCode', 'invitation'];
// Every character there is; half a character is none.
const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const bytesOf = (sealed: string) => Buffer.from(sealed.slice('v1.'.length), 'base64url');
const sealedFrom = (bytes: Buffer) => `v1.${bytes.toString('base64url')}`;

describe('国密算法的标准示例', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('GB/T 32905 附录A SM3 %#', (text, digest) => {
    expect(sm3Hex(text)).toBe(digest);
  });

  it('GM/T 0042 附录D.3 HMAC-SM3 的第二例', () => {
    const key = Buffer.from(Array.from({ length: 37 }, (_, i) => i + 1));
    expect(createHmac('sm3', key).update(Buffer.alloc(50, 0xcd)).digest('hex')).toBe(
      '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae',
    );
  });

  it.each([
    ['没有国密算法', () => crypto.createHash('none'), 'has no SM3 and SM4'],
    ['算错了', () => crypto.createHash('sha256'), 'computes sm3 wrongly'],
  ])('运行环境%s，启动时就说', (_, createHash, said) => {
    const original = crypto.createHash;
    const faulty = jest
      .spyOn(crypto, 'createHash')
      .mockImplementation((name, options) => (name === 'sm3' ? createHash() : original(name, options)));
    expect(() => vaultOf()).toThrow(`configuration: this runtime ${said}`);
    faulty.mockRestore();
  });

  it('启动自检在这里通过', () => {
    expect(requireSm3AndSm4).not.toThrow();
  });
});

describe('保险箱', () => {
  it('封存的还是原来的字', () => {
    fc.assert(
      fc.property(anyText, (plain) => {
        expect(vault.open(vault.seal(plain, PLACE), PLACE)).toEqual({ ok: true, value: plain });
      }),
    );
    expect(vault.open(vault.seal('', PLACE), PLACE)).toEqual({ ok: true, value: '' });
  });

  it('封存后看不出原文，同一段字封两次不一样', () => {
    const [one, two] = [vault.seal('张三', PLACE), vault.seal('张三', PLACE)];
    expect(one).toMatch(/^v1\.[0-9A-Za-z_-]+$/);
    expect(one).not.toBe(two);
    expect(bytesOf(one).includes('张三')).toBe(false);
  });

  it('哪一个比特变了都打不开', () => {
    const sealed = vault.seal('410927198001011234', PLACE);
    const bytes = bytesOf(sealed);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(vault.open(sealedFrom(changed), PLACE)).toEqual(TAMPERED);
    }
  });

  it('哪一个字符变了、少了、多了都打不开，末尾的空余比特也不能动', () => {
    const other = fc.constantFrom(...'ABab01_-.=+/ \n');
    // 80 bytes: the last of 107 characters has two bits to spare.
    const sealed = vault.seal('410927198001011234', PLACE);
    fc.assert(
      fc.property(fc.nat(sealed.length), other, fc.constantFrom(0, 1), (at, character, dropped) => {
        const changed = sealed.slice(0, at) + character + sealed.slice(at + dropped);
        if (changed !== sealed) expect(vault.open(changed, PLACE)).toMatchObject({ ok: false });
      }),
      { numRuns: 2000 },
    );
    for (let length = 0; length < sealed.length; length++)
      expect(vault.open(sealed.slice(0, length), PLACE)).toEqual(TAMPERED);
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const changed = sealed.slice(0, -1) + last;
      if (changed !== sealed) expect(vault.open(changed, PLACE)).toEqual(TAMPERED);
    }
  });

  it.each([
    ['另一条记录', { ...PLACE, id: 'r-2' }],
    ['另一个字段', { ...PLACE, field: 'phone' }],
    ['另一个集合', { ...PLACE, collection: 'ratings' }],
    ['拼起来一样的另一处', { collection: 'raters', id: 'r-1n', field: 'ame' }],
  ])('搬到%s就打不开', (_, place) => {
    expect(vault.open(vault.seal('张三', PLACE), place)).toEqual(TAMPERED);
  });

  it('不是它封的，怎么写都只说打不开', () => {
    const hostile = fc.oneof(
      anyText,
      fc.base64String().map((text) => `v1.${text}`),
      fc.uint8Array().map((bytes) => sealedFrom(Buffer.from(bytes))),
    );
    fc.assert(fc.property(hostile, (text) => expect(vault.open(text, PLACE)).toEqual(TAMPERED)));
    for (const text of ['v1.', 'v1', '.', 'v.AAAA', 'v001.AAAA', 'v-1.AAAA', 'V1.AAAA', `v1.${'A'.repeat(1_000_000)}`])
      expect(vault.open(text, PLACE)).toEqual(TAMPERED);
  });
});

describe('换密钥', () => {
  const old = vault.seal('张三', PLACE);
  const both = vaultOf(`1:${FIRST},2:${SECOND}`);

  it('旧的仍读得出，新的用最后一把封', () => {
    expect(both.open(old, PLACE)).toEqual({ ok: true, value: '张三' });
    expect(both.keyVersion).toBe('2');
    expect(both.seal('张三', PLACE)).toMatch(/^v2\./);
    expect(vaultOf(`1:${FIRST},12:${SECOND}`).seal('张三', PLACE)).toMatch(/^v12\./);
  });

  it('密钥丢了，说的是缺密钥', () => {
    expect(vaultOf(`2:${SECOND}`).open(old, PLACE)).toEqual(KEY_MISSING);
    expect(vault.open(both.seal('张三', PLACE), PLACE)).toEqual(KEY_MISSING);
  });

  it('同一版本换了内容，或换个版本号冒充，都打不开', () => {
    expect(vaultOf(`1:${SECOND}`).open(old, PLACE)).toEqual(TAMPERED);
    expect(both.open(old.replace('v1.', 'v2.'), PLACE)).toEqual(TAMPERED);
    expect(vaultOf(`1:${FIRST},2:${FIRST}`).open(old.replace('v1.', 'v2.'), PLACE)).toEqual(TAMPERED);
  });
});

describe('盲索引', () => {
  it('22个字符；同一个值总是同一个，换了封存的密钥也不变', () => {
    const both = vaultOf(`1:${FIRST},2:${SECOND}`);
    expect(vault.index('phone', '13800000000')).toMatch(/^[0-9A-Za-z_-]{22}$/);
    expect(both.index('phone', '13800000000')).toBe(vault.index('phone', '13800000000'));
  });

  it('用途不同、值不同、密钥不同，索引就不同', () => {
    const made = [
      ...KINDS.map((kind) => vault.index(kind, '13800000000')),
      vault.index('phone', '13800000001'),
      vaultOf(undefined, `${INDEX}x`).index('phone', '13800000000'),
    ];
    expect(new Set(made).size).toBe(made.length);
  });
});

describe('密钥不合要求', () => {
  it.each([
    ['没有密钥', '', INDEX, 'VAULT_KEYS reads'],
    ['没有版本号', FIRST, INDEX, 'VAULT_KEYS reads'],
    ['版本号三位', `123:${FIRST}`, INDEX, 'VAULT_KEYS reads'],
    ['同一版本两次', `1:${FIRST},1:${SECOND}`, INDEX, 'VAULT_KEYS names a version twice'],
    ['太短', `1:${FIRST},2:short-key`, INDEX, 'VAULT_KEYS 2 needs at least 32 characters'],
    ['索引密钥太短', `1:${FIRST}`, 'short-key', 'INDEX_KEY needs at least 32 characters'],
  ])('%s：启动时就说，不写出密钥', (_, keys, indexKey, said) => {
    const open = () => vaultOf(keys, indexKey);
    expect(open).toThrow(`configuration: ${said}`);
    for (const secret of [FIRST, SECOND, 'short-key']) expect(open).not.toThrow(secret);
  });
});
