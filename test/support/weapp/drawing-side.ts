import { createRequire } from 'node:module';
import path from 'node:path';

type Register = (definition: object) => string;
type Simulate = {
  load(path: string, tagName: string, options: { rootPath: string; compiler: 'official' }): string;
  render(id: string): DrawnPage;
};

/** What a test can do with something drawn. */
export type Drawn = {
  readonly dom: HTMLElement;
  readonly data: Readonly<Record<string, unknown>>;
  dispatchEvent(name: string, options?: { detail?: unknown }): void;
  querySelector(selector: string): Drawn | undefined;
  querySelectorAll(selector: string): Drawn[];
};
export type PageInstance = Record<string, unknown> & { setData(data: object, done?: () => void): void };
export type DrawnPage = Drawn & {
  readonly instance: PageInstance;
  attach(parent: Node): void;
  detach(): void;
};

/** Attributes that tests look at; without a declaration the built-in components keep none. */
const DECLARED: Readonly<Record<string, readonly string[]>> = {
  view: ['aria-role', 'aria-label', 'aria-checked', 'aria-disabled', 'aria-expanded'],
  textarea: ['value', 'placeholder', 'maxlength', 'aria-label'],
  input: ['value', 'placeholder', 'maxlength', 'aria-label'],
  image: ['src', 'mode'],
  button: ['open-type', 'disabled'],
};

const propertyName = (attribute: string) => attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const declareAttributes = (register: Register) => {
  for (const [tag, attributes] of Object.entries(DECLARED)) {
    const properties = Object.fromEntries(attributes.map((attribute) => [propertyName(attribute), { type: null }]));
    register({ id: tag, tagName: `wx-${tag}`, template: '<slot/>', properties });
  }
};

/** A window of jest's own jsdom: the drawing side of WeChat is a web view, the side of the logic has none of it. */
const aWindow = () => {
  const near = createRequire(require.resolve('jest-environment-jsdom'));
  const { JSDOM } = near('jsdom') as { JSDOM: new (html: string, options: object) => { window: Window } };
  return new JSDOM('<!doctype html><body></body>', { url: 'https://weapp.test/' }).window;
};

const load = () => {
  const window = aWindow();
  const { document, CustomEvent, MutationObserver, HTMLElement, Node } = window as Window & typeof globalThis;
  Object.assign(globalThis, { window, document, CustomEvent, MutationObserver, HTMLElement, Node });
  const near = createRequire(require.resolve('miniprogram-simulate'));
  const simulate = near('miniprogram-simulate') as Simulate;
  const utilities = near(path.join(path.dirname(require.resolve('miniprogram-simulate')), 'src/utils')) as {
    runJs: (file: string) => void;
  };
  declareAttributes((near('j-component') as { register: Register }).register);
  return { simulate, utilities, document };
};

let loaded: ReturnType<typeof load> | undefined;

/** Tencent's compiler and component model, once for a test file. */
export const drawingSide = () => {
  loaded ??= load();
  return loaded;
};
