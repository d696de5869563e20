import { html, raw } from 'hono/html';
import { qrSvg } from './qr';
import type { Sign } from './signs';

const STYLE = `
  @page { margin: 0 }
  * { box-sizing: border-box; margin: 0 }
  body { font-family: -apple-system, "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #000; background: #fff; text-align: center }
  nav { padding: 16px; border-bottom: 1px solid #e5e6eb; font-size: 15px }
  nav a, nav button { font: inherit; margin: 0 8px; color: #1456c8; background: none; border: 0; cursor: pointer; text-decoration: underline }
  .sign { position: relative; margin: 24px auto; border: 1px solid #ccc; display: flex; flex-direction: column; align-items: center; justify-content: space-between }
  .a6 { width: 105mm; height: 148mm; padding: 9mm 8mm; font-size: 11pt }
  .a4 { width: 210mm; height: 297mm; padding: 18mm 16mm; font-size: 22pt }
  .center { font-size: 1.25em; font-weight: 600 }
  .window { font-size: 2.2em; font-weight: 700; line-height: 1.2 }
  .qr { width: 72%; line-height: 0 }
  .ask { font-size: 1.8em; font-weight: 700 }
  .help { font-size: .8em; line-height: 1.6 }
  .link { font-size: .55em; font-family: monospace; word-break: break-all }
  .demo { position: absolute; top: .6em; right: .6em; padding: .1em .6em; border: 1px solid #000; border-radius: .3em; font-size: .8em }
  .local { font-weight: 600 }
  @media print { nav { display: none } .sign { margin: 0; border: 0 } }
`;

/** Browsers know A4 by name, but not A6. */
const PAPER_MM = { A4: '210mm 297mm', A6: '105mm 148mm' } as const;

/** 窗口牌 for the printer, black on white: A6 stands on the counter, A4 hangs on the wall. */
export const signPage = (sign: Sign, paper: 'A4' | 'A6') => html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <title>窗口牌 ${sign.center} ${sign.window}</title>
    <style>${raw(STYLE)} @page { size: ${PAPER_MM[paper]} }</style>
  </head>
  <body>
    <nav>
      <a href="?paper=A6">A6 台卡</a><a href="?paper=A4">A4 张贴</a>
      <button type="button" onclick="print()">打印</button>
    </nav>
    <main class="sign ${paper.toLowerCase()}">
      <p class="demo">演示</p>
      <header>
        <p class="center">${sign.center}</p>
        <p class="window">${sign.window}</p>
        <p>${sign.unit}</p>
      </header>
      <p class="ask">请您评价本次服务</p>
      <div class="qr">${raw(qrSvg(sign.link))}</div>
      <footer class="help">
        <p>用微信或浏览器扫码；窗口人员看不到您是谁。</p>
        <p>扫码有困难，请拨打 12345 政务服务便民热线，</p>
        <p>报窗口编号 ${sign.windowId.toUpperCase()}。</p>
        <p class="local">本机演示码，只能在本机浏览器打开</p>
        <p class="link">${sign.link}</p>
      </footer>
    </main>
  </body>
</html>`;
