import { formatWindowCode, readWindowCode } from '@shared/domain/window-code';
import { keyedDigests } from '../../cloudfunctions/adapters/crypto/keyed-digests';

const KEY = 'a-key-of-a-test-a-key-of-a-test-0001';
const OLD = 'an-older-window-key-of-a-test-000001';
const NEW = 'a-newer-window-key-of-a-test-0000002';
const digests = (windowCodeKeys = `1:${OLD}`, key = KEY) => keyedDigests({ key, windowCodeKeys });

describe('带密钥的代号', () => {
  it('同一个账号总是同一个代号，换了密钥就是另一个', () => {
    expect(digests().accountRef('openid-a')).toBe(digests().accountRef('openid-a'));
    expect(digests().accountRef('openid-a')).not.toBe(digests().accountRef('openid-b'));
    expect(digests().accountRef('openid-a')).not.toBe(digests(undefined, `${KEY}x`).accountRef('openid-a'));
  });

  it('各种用途的代号互不相同，拆分不同的内容也不相同', () => {
    const all = digests();
    const made = [all.accountRef('x'), all.photoSeal('x', ''), all.photoSeal('', 'x'), all.walkInId('x', '', '')];
    expect(new Set(made).size).toBe(made.length);
    expect(all.walkInId('ab', 'c', 'k')).not.toBe(all.walkInId('a', 'bc', 'k'));
  });

  it('编号八位，不用容易念错的字母', () => {
    for (let i = 0; i < 200; i++) expect(digests().shortNo(`rating-${i}`)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it('窗口码换密钥：最后一把签新码，旧码仍认；旧密钥撤下后旧码不认', () => {
    const code = { keyVersion: '1', windowId: 'tq01', serial: 1 };
    const old = formatWindowCode(code, digests().windowCode);
    const both = digests(`1:${OLD},2:${NEW}`);
    expect(both.windowCodeKey).toBe('2');
    expect(readWindowCode(old, both.windowCode)).toMatchObject({ ok: true });
    expect(readWindowCode(old, digests(`2:${NEW}`).windowCode)).toEqual({ ok: false, code: 'windowCode.invalid' });
  });

  it.each([
    ['没有窗口密钥', '', KEY, 'WINDOW_CODE_KEYS'],
    ['版本号两位', `12:${OLD}`, KEY, 'WINDOW_CODE_KEYS'],
    ['同一版本两次', `1:${OLD},1:${NEW}`, KEY, 'twice'],
    ['窗口密钥太短', '1:short', KEY, 'at least'],
    ['主密钥太短', `1:${OLD}`, 'short', 'KEY'],
  ])('%s：启动时就说，不悄悄用别的', (_what, windowCodeKeys, key, said) => {
    expect(() => keyedDigests({ key, windowCodeKeys })).toThrow(said);
  });
});
