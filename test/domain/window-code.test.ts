import { createHmac } from 'node:crypto';
import {
  type CodeDigest,
  formatWindowCode,
  readWindowCode,
  SCENE_MAX_LENGTH,
  tokenOfScan,
  type WindowCode,
} from '@shared/domain/window-code';
import fc from 'fast-check';

const KEYS: Readonly<Record<string, string>> = { 1: 'first key', 2: 'second key' };
const digest: CodeDigest = (keyVersion, text) => {
  const key = KEYS[keyVersion];
  return key && createHmac('sha256', key).update(text).digest('base64url');
};

const LOWER = [...'0123456789abcdefghijklmnopqrstuvwxyz'];
// What WeChat lets a scene carry (getUnlimitedQRCode, `scene`).
const SCENE_ALPHABET = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]+$/;
const INVALID = { ok: false, code: 'windowCode.invalid' };

const anyCode: fc.Arbitrary<WindowCode> = fc.record({
  keyVersion: fc.constantFrom('1', '2'),
  windowId: fc.string({ unit: fc.constantFrom(...LOWER), minLength: 1, maxLength: 10 }),
  serial: fc.nat(35 * 36 + 35),
});
const sample = formatWindowCode({ keyVersion: '1', windowId: 'tq01w03', serial: 7 }, digest);

describe('窗口码', () => {
  it('is read back as it was made', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(readWindowCode(formatWindowCode(code, digest), digest)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it('fits a scene of WeChat: 32 characters of its alphabet', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const token = formatWindowCode(code, digest);
        expect(token.length).toBeLessThanOrEqual(SCENE_MAX_LENGTH);
        expect(token).toMatch(SCENE_ALPHABET);
      }),
    );
    expect(SCENE_MAX_LENGTH).toBe(32);
  });

  it('改动任何一个字符都不认', () => {
    const character = fc.oneof(
      fc.string({ minLength: 1, maxLength: 1 }),
      fc.constantFrom(...LOWER, '.', 'A', '-', '_'),
    );
    fc.assert(
      fc.property(anyCode, fc.nat(31), character, (code, place, other) => {
        const token = formatWindowCode(code, digest);
        const at = place % token.length;
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        if (changed !== token) expect(readWindowCode(changed, digest)).toEqual(INVALID);
      }),
      { numRuns: 2000 },
    );
  });

  it('多一个或少一个字符也不认', () => {
    for (let at = 0; at <= sample.length; at++) {
      for (const other of [...LOWER, '.', ' ', '\n']) {
        const longer = sample.slice(0, at) + other + sample.slice(at);
        expect({ longer, read: readWindowCode(longer, digest) }).toEqual({ longer, read: INVALID });
      }
      if (at < sample.length) {
        expect(readWindowCode(sample.slice(0, at) + sample.slice(at + 1), digest)).toEqual(INVALID);
      }
    }
  });

  it('一个窗口的签名不能用到另一个窗口、另一个编号或另一把密钥', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        const signature = formatWindowCode(a, digest).split('.')[3];
        const [keyVersion, windowId, serial] = formatWindowCode(b, digest).split('.');
        const forged = [keyVersion, windowId, serial, signature].join('.');
        expect(readWindowCode(forged, digest).ok).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('没有密钥的版本不认，也不能用来制码', () => {
    expect(readWindowCode(`9${sample.slice(1)}`, digest)).toEqual(INVALID);
    expect(readWindowCode(sample, () => undefined)).toEqual(INVALID);
    expect(readWindowCode(sample, () => '')).toEqual(INVALID);
    expect(() => formatWindowCode({ keyVersion: '9', windowId: 'w1', serial: 1 }, digest)).toThrow(RangeError);
  });

  it.each<[string, Partial<WindowCode>]>([
    ['太长的窗口编号', { windowId: 'abcdefghijk' }],
    ['空的窗口编号', { windowId: '' }],
    ['带点的窗口编号', { windowId: 'a.b' }],
    ['大写的窗口编号', { windowId: 'W1' }],
    ['太大的序号', { serial: 36 * 36 }],
    ['负的序号', { serial: -1 }],
    ['不是整数的序号', { serial: 1.5 }],
    ['不是数的序号', { serial: Number.NaN }],
    ['两位的密钥版本', { keyVersion: '12' }],
  ])('制码时拒绝%s', (_, given) => {
    const signed: CodeDigest = () => 'A'.repeat(43);
    expect(() => formatWindowCode({ keyVersion: '1', windowId: 'w1', serial: 1, ...given }, signed)).toThrow(
      RangeError,
    );
  });

  it('hostile text is refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(readWindowCode(text, digest)).toEqual(INVALID);
      }),
    );
    for (const text of ['', '....', sample.toUpperCase(), ` ${sample}`, `${sample}\n`, sample.repeat(1000)]) {
      expect(readWindowCode(text, digest)).toEqual(INVALID);
    }
  });
});

describe('扫码得到的内容', () => {
  it('a scene, a printed link, a code’s page path, each percent-encoded or not, give the same token', () => {
    fc.assert(
      fc.property(anyCode, fc.boolean(), (code, encode) => {
        const token = formatWindowCode(code, digest);
        const scans = [
          token,
          ` ${token}\n`,
          `https://hcp.example.gov.cn/w/${token}`,
          `https://hcp.example.gov.cn/w/${token}?from=sign#top`,
          `https://hcp.example.gov.cn/w/${token}/`,
          `pages/rate/index?scene=${token}`,
          `pages/rate/index?from=scan&scene=${token}&x=1`,
        ];
        for (const scan of scans) expect(tokenOfScan(encode ? encodeURIComponent(scan) : scan)).toBe(token);
      }),
    );
  });

  it('a broken percent sign is taken as it is', () => {
    expect(tokenOfScan('%E4%')).toBe('%E4%');
  });

  it('any text gives some text, which is refused unless we signed it', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.constantFrom(
        'javascript:alert(1)',
        '/w/',
        '/w//',
        '%',
        '/w/%2F%2e%2e',
        `https://evil.example/w/${'a'.repeat(5000)}`,
      ),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(readWindowCode(tokenOfScan(text), digest)).toEqual(INVALID);
      }),
    );
  });

  it('a foreign site that carries our token leads to our window and nowhere else', () => {
    expect(readWindowCode(tokenOfScan(`https://evil.example/w/${sample}`), digest)).toMatchObject({
      ok: true,
      value: { windowId: 'tq01w03', serial: 7 },
    });
  });
});
