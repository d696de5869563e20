import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Drawn, type DrawnPage, drawingSide, type PageInstance } from './drawing-side';
import { logicSide } from './logic-side';
import { type Call, isTemporary, wxOf } from './wx';

/** The package that would be uploaded. */
export const WEAPP_BUILD = path.resolve(__dirname, '../../../miniprogram/dist');

type Life = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload';
type Definition = Record<string, unknown> & { readonly data?: object };
type App = { onLaunch?: (options: object) => void; onShow?: (options: object) => void };
type Opened = { readonly route: string; readonly page: DrawnPage };

export type SetData = { readonly route: string; readonly bytes: number };
export type PhoneOptions = {
  readonly url: string;
  readonly openid: string;
  readonly files?: ReadonlyMap<string, Buffer>;
  /** Functions of this phone's WeChat that others have not, or that answer otherwise. */
  readonly wechat?: object;
  /** How long this phone takes to open a page. */
  readonly slowness?: number;
};

const PATIENCE_MS = 10_000;

const live = (instance: PageInstance, life: Life, argument?: object) => {
  const method = instance[life];
  if (typeof method === 'function') method.call(instance, argument);
};

const readUrl = (url: string) => {
  const [route = '', query = ''] = url.replace(/^\//, '').split('?');
  const pairs = query.split('&').filter(Boolean);
  return { route, query: Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2))) };
};

/** A phone with WeChat: the built package runs on it as it was uploaded. Its storage outlives the app. */
export const aPhone = ({ url, openid, files: given = new Map(), wechat = {}, slowness = 0 }: PhoneOptions) => {
  if (!existsSync(path.join(WEAPP_BUILD, 'app.json'))) throw new Error('no mini-program build: npm run build:weapp');
  const { simulate, utilities, document } = drawingSide();
  const storage = new Map<string, unknown>();
  const files = new Map(given);
  const calls: Call[] = [];
  const setDatas: SetData[] = [];
  let offline = false;
  const broken = new Set<string>();
  const interludes = new Map<string, () => Promise<void>>();
  let networkListeners: ((status: { isConnected: boolean }) => void)[] = [];
  const stack: Opened[] = [];
  let side: ReturnType<typeof logicSide>;
  let app: App = {};

  const watch = (route: string, instance: PageInstance) => {
    const setData = instance.setData.bind(instance);
    instance.setData = (data, done) => {
      setDatas.push({ route, bytes: Buffer.byteLength(JSON.stringify(data)) });
      setData(data, done);
    };
  };

  const show = (target: string) => {
    const { route, query } = readUrl(target);
    utilities.runJs = (file) => void side.again(file);
    const id = simulate.load(path.join(WEAPP_BUILD, route), 'page', { rootPath: WEAPP_BUILD, compiler: 'official' });
    const page = simulate.render(id);
    page.attach(document.body);
    Object.assign(page.instance, { route, __route__: route });
    watch(route, page.instance);
    stack.push({ route, page });
    for (const life of ['onLoad', 'onShow', 'onReady'] as const) live(page.instance, life, query);
  };

  const close = ({ page }: Opened) => {
    live(page.instance, 'onUnload');
    page.detach();
  };

  const navigate = async (how: string, target: string) => {
    await (slowness > 0 ? new Promise((resolve) => setTimeout(resolve, slowness)) : Promise.resolve());
    if (how === 'redirectTo' || how === 'navigateBack') stack.splice(-1).forEach(close);
    if (how === 'reLaunch') stack.splice(0).forEach(close);
    if (how === 'navigateBack') live(top().page.instance, 'onShow');
    else show(target);
  };

  /** Opens the app at a page, from cold: a new run of everything but the storage. */
  const open = (target: string) => {
    stack.splice(0).forEach(close);
    networkListeners = [];
    const { Component } = globalThis as unknown as { Component: (definition: Definition) => void };
    const wx = wxOf({
      ...{ url, openid, storage, calls, files, navigate, wechat },
      isOffline: () => offline,
      breaks: (action) => broken.delete(action),
      beforeHearing: async (action) => {
        const interlude = interludes.get(action);
        interludes.delete(action);
        await interlude?.();
      },
      onNetwork: (listener) => networkListeners.push(listener),
    });
    const register = (definition: App) => {
      app = definition;
    };
    const registerPage = ({ data, ...methods }: Definition) => Component({ data, methods: { ...methods } });
    const getCurrentPages = () => stack.map(({ page }) => page.instance);
    side = logicSide({ wx, Component, App: register, Page: registerPage, getApp: () => app, getCurrentPages });
    side.run(path.join(WEAPP_BUILD, 'app.js'));
    const options = { path: readUrl(target).route, query: readUrl(target).query, scene: 1047 };
    app.onLaunch?.(options);
    app.onShow?.(options);
    show(target);
  };

  const top = () => {
    const opened = stack.at(-1);
    if (!opened) throw new Error('no page is open');
    return opened;
  };
  const text = () => top().page.dom.textContent ?? '';
  const find = (selector: string): Drawn | undefined => top().page.querySelector(selector);

  const until = async <T>(what: string, look: () => T | undefined | false): Promise<T> => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`never came: ${what}\non ${top().route}: ${text().slice(0, 400)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const see = (words: string) => until(words, () => text().includes(words));
  const element = (selector: string) => until(selector, () => find(selector));

  return {
    storage,
    files,
    calls,
    setDatas,
    open,
    text,
    find,
    see,
    element,
    until,
    route: () => top().route,
    /** What is drawn, as tags and classes. */
    html: () => top().page.dom.outerHTML,
    tap: async (selector: string) => (await element(selector)).dispatchEvent('tap'),
    type: async (selector: string, value: string) =>
      (await element(selector)).dispatchEvent('input', { detail: { value } }),
    setOffline: (off: boolean) => {
      offline = off;
      for (const listener of networkListeners) listener({ isConnected: !off });
    },
    /** Once, when the cloud has answered that action and the phone has not heard of it. The answer is lost when it rejects. */
    beforeHearing: (action: string, interlude: () => Promise<void>) => void interludes.set(action, interlude),
    /** The cloud breaks at that action, once. */
    failNext: (action: string) => void broken.add(action),
    /** WeChat clears the temporary files of an app that is closed. */
    loseTemporaryFiles: () => [...files.keys()].filter(isTemporary).forEach((file) => void files.delete(file)),
    /** The app comes back to the front. */
    comeBack: () => app.onShow?.({}),
  };
};

export type Phone = ReturnType<typeof aPhone>;
