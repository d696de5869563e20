import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Names that a browser or Node has and WeChat's logic layer has not. They are hidden from the app: a library that finds one
 * of them here would take a way that it cannot take on a phone.
 */
const HIDDEN = [
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'self', 'global'],
  ...[
    'MutationObserver',
    'HTMLElement',
    'Node',
    'CustomEvent',
    'Image',
    'XMLHttpRequest',
    'fetch',
    'Request',
    'Response',
  ],
  ...[
    'Headers',
    'AbortController',
    'AbortSignal',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'Blob',
    'process',
  ],
  ...[
    'Buffer',
    'structuredClone',
    'crypto',
    'performance',
    'requestAnimationFrame',
    'setImmediate',
    'queueMicrotask',
    'MessageChannel',
  ],
] as const;

/** Runs files of the built package as WeChat does: CommonJS, with its own globals and no others. */
export const logicSide = (globals: Readonly<Record<string, unknown>>) => {
  const cache = new Map<string, { exports: unknown }>();
  const names = [...Object.keys(globals), 'globalThis', ...HIDDEN];
  const values = [...Object.values(globals), { ...globals }, ...HIDDEN.map(() => undefined)];

  const run = (given: string): unknown => {
    const file = given.endsWith('.js') ? given : `${given}.js`;
    const known = cache.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    cache.set(file, module);
    const code = `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`;
    const near = (name: string) => run(path.resolve(path.dirname(file), name));
    new Function('require', 'module', 'exports', ...names, code)(near, module, module.exports, ...values);
    return module.exports;
  };
  /** Once more, even when it has run: a page's file registers the page each time that the page is opened. */
  const again = (file: string) => {
    cache.delete(file.endsWith('.js') ? file : `${file}.js`);
    return run(file);
  };
  return { run, again };
};
