import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Phone, WEAPP_BUILD } from './a-phone';

/** What the built-in components of WeChat look like before any style of ours. */
const BUILT_IN = `
  body { margin: 0; }
  wx-view, wx-textarea, wx-input, wx-button { display: block; }
  wx-image { display: inline-block; }
  wx-textarea, wx-input { overflow: hidden; }
`;

/** The style file with its imports in their places. */
const styleOf = (file: string): string =>
  existsSync(file)
    ? readFileSync(file, 'utf8').replace(/@import\s*["']([^"']+)["'];/g, (_, name: string) =>
        styleOf(path.resolve(path.dirname(file), name)),
      )
    : '';

/** 750 rpx are the width of the phone. The component model prefixes each class with the tag's name. */
const asCss = (wxss: string): string =>
  wxss
    .replace(/url\([^)]*\)/g, (address) => address.replaceAll('.', '\u0000'))
    .replace(/(\d*\.?\d+)rpx/g, (_, size: string) => `${Number(size) / 2}px`)
    .replace(/\.(-?[a-z_][\w-]*)/gi, '.page--$1')
    .replaceAll('\u0000', '.')
    .replace(/\bpage\s*\{/g, 'body {');

/** The page that the phone shows, with its own styles, for a browser of 375 px to draw. */
export const asWebPage = (phone: Phone): string => {
  const files = ['app.wxss', `${phone.route()}.wxss`].map((name) => path.join(WEAPP_BUILD, name));
  const style = BUILT_IN + files.map((file) => asCss(styleOf(file))).join('\n');
  return `<!doctype html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width"><style>${style}</style></head><body>${phone.html()}</body></html>`;
};
