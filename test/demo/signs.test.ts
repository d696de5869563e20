import { readWindowCode, SCENE_MAX_LENGTH, tokenOfScan } from '@shared/domain/window-code';
import jsqr from 'jsqr';
import { keyedDigests } from '../../cloudfunctions/adapters/crypto/keyed-digests';
import { qrSvg } from '../../cloudfunctions/demo/qr';
import { signPage } from '../../cloudfunctions/demo/sign-page';
import { oldSignsOf, type Sign, signsOf } from '../../cloudfunctions/demo/signs';
import { DEMO_TABLES, worldOf } from '../../cloudfunctions/demo/world';
import { TEST_KEYS } from '../support/a-local-cloud';

const digests = keyedDigests({ key: TEST_KEYS.HAOCHAPING_KEY, windowCodeKeys: TEST_KEYS.HAOCHAPING_WINDOW_CODE_KEYS });
const world = worldOf(
  DEMO_TABLES,
  { accountRef: digests.accountRef, index: (kind, value) => `${kind}:${value}` },
  Date.now(),
);
const signs = signsOf(world, digests, 'http://127.0.0.1:65535');
const PIXELS_PER_MODULE = 4;

/** Paints the runs of the picture's path, as a browser would, and reads the code. */
const decode = (svg: string): string | undefined => {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * PIXELS_PER_MODULE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = 0; row < PIXELS_PER_MODULE; row++) {
      const start = ((Number(y) * PIXELS_PER_MODULE + row) * size + Number(x) * PIXELS_PER_MODULE) * 4;
      for (let at = start; at < start + Number(width) * PIXELS_PER_MODULE * 4; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return jsqr(pixels, size, size)?.data;
};

describe('窗口牌', () => {
  it('carries a code that fits into a WeChat scene and that we signed', () => {
    for (const { scene, windowId } of signs) {
      expect(scene.length).toBeLessThanOrEqual(SCENE_MAX_LENGTH);
      expect(readWindowCode(scene, digests.windowCode)).toMatchObject({ ok: true, value: { windowId } });
    }
  });

  it('shows a QR picture that a scanner reads as its link, and the link as its code', () => {
    for (const { link, scene } of signs) {
      expect(decode(qrSvg(link))).toBe(link);
      expect(tokenOfScan(link)).toBe(scene);
    }
  });

  it('hangs at every window but the one whose code was taken down', () => {
    expect(signs).toHaveLength(world.windows.length - 1);
    expect(oldSignsOf(world, digests, '').map(({ windowId, revoked }) => [windowId, revoked])).toEqual([
      ['tq08', 'replaced'],
      ['fx02', 'takenDown'],
    ]);
  });

  it('prints center, window, unit and picture on either paper, and nothing of it as HTML', async () => {
    const sign = { ...signs[0], unit: '<b>单位</b>' } as Sign;
    const page = String(await signPage(sign, 'A4'));
    const said = [sign.center, sign.window, '&lt;b&gt;单位', '请您评价本次服务', 'size: 210mm 297mm'];
    for (const text of [...said, '演示</p>', '本机演示码，只能在本机浏览器打开']) expect(page).toContain(text);
    expect(decode(page)).toBe(sign.link);
  });
});
