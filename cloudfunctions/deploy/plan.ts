import { WINDOW_CODE_PAGE } from '@shared/domain/window-code';
import type { IndexDefinition } from '../schema';
import { type Manifest, manifest } from './manifest';

/** Fixed when a function is created; the platform cannot change it afterwards. */
export const RUNTIME = 'Nodejs20.19';
/** Every function is configured by these, from the operator's environment; only the names are ever shown. */
export const CONFIGURATION = [
  'HAOCHAPING_KEY',
  'HAOCHAPING_WINDOW_CODE_KEYS',
  'HAOCHAPING_VAULT_KEYS',
  'HAOCHAPING_INDEX_KEY',
  'HAOCHAPING_PUBLIC_URL',
] as const;
export const MOST_BYTES = 1.6 * 1024 * 1024;
/** The platform's limit; two of them, `_id_` and `_openid_`, are its own. */
const MOST_INDEXES = 20;
const OWN_INDEXES_OF_THE_PLATFORM = 2;

export type Bundle = { readonly bytes: number /** SHA-256, hexadecimal. */; readonly digest: string };

/** What lies in the checkout, as it was read; undefined is what is not there. */
export type Sources = {
  readonly schema: Readonly<Record<string, readonly IndexDefinition[]>>;
  readonly doors: readonly { readonly name: string; readonly manifest: unknown; readonly bundle: Bundle | undefined }[];
  readonly project: {
    readonly cloudfunctionRoot: string | undefined;
    readonly miniprogramRoot: string | undefined;
    readonly appid: string | undefined;
    /** Of the built `app.json`. */
    readonly pages: readonly string[] | undefined;
  };
};

export type PlannedCollection = { readonly name: string; readonly indexes: readonly IndexDefinition[] };
export type PlannedFunction = Manifest & { readonly name: string; readonly bundle: Bundle };
export type Plan = {
  readonly collections: readonly PlannedCollection[];
  readonly functions: readonly PlannedFunction[];
  /** What a person has to do by hand. */
  readonly notes: readonly string[];
};

const NAME = /^[A-Za-z][\w-]{0,59}$/;
const fieldsOf = ({ keys }: IndexDefinition) => keys.map(({ field }) => field);
const repeated = (words: readonly string[]): string[] => words.filter((word, i) => words.indexOf(word) !== i);

const faultsOfIndex = (collection: string, index: IndexDefinition): string[] => {
  const name = `集合 ${collection} 的索引 ${index.name}`;
  const twice = repeated(fieldsOf(index));
  return [
    ...(NAME.test(index.name) ? [] : [`${name} 名称不合规，应以字母开头，只含字母、数字、- 和 _。`]),
    ...(index.keys.length > 0 ? [] : [`${name} 没有字段。`]),
    ...(twice.length === 0 ? [] : [`${name} 中字段 ${twice.join('、')} 重复。`]),
  ];
};

const faultsOfCollection = (collection: string, indexes: readonly IndexDefinition[]): string[] => {
  const most = MOST_INDEXES - OWN_INDEXES_OF_THE_PLATFORM;
  const twice = repeated(indexes.map(({ name }) => name));
  return [
    ...(NAME.test(collection) ? [] : [`集合名称 ${collection} 不合规，应以字母开头，只含字母、数字、- 和 _。`]),
    ...(indexes.length <= most ? [] : [`集合 ${collection} 有 ${indexes.length} 个索引，至多 ${most} 个。`]),
    ...(twice.length === 0 ? [] : [`集合 ${collection} 的索引名称 ${twice.join('、')} 重复。`]),
    ...indexes.flatMap((index) => faultsOfIndex(collection, index)),
  ];
};

const faultsOfBundle = (name: string, bundle: Bundle | undefined): string[] => {
  if (!bundle) return [`云函数 ${name} 还没有构建，请先运行 npm run build。`];
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(2);
  return bundle.bytes <= MOST_BYTES
    ? []
    : [`云函数 ${name} 有 ${megabytes(bundle.bytes)} MB，超过上限 ${megabytes(MOST_BYTES)} MB。`];
};

const faultsOfManifest = (name: string, content: unknown): string[] => {
  if (content === undefined) return [`云函数 ${name} 没有 config.json，或者它不是 JSON。`];
  const parsed = manifest.safeParse(content);
  return parsed.success
    ? []
    : parsed.error.issues.map(
        ({ path, message }) => `云函数 ${name} 的 config.json：${message}（${path.join('.')}）。`,
      );
};

const faultsOfProject = ({ cloudfunctionRoot, miniprogramRoot, pages }: Sources['project']): string[] => [
  ...(cloudfunctionRoot ? [] : ['project.config.json 的 cloudfunctionRoot 没有指向构建结果，请先运行 npm run build。']),
  ...(miniprogramRoot ? [] : ['project.config.json 的 miniprogramRoot 没有指向构建结果，请先运行 npm run build。']),
  ...(pages === undefined || pages.includes(WINDOW_CODE_PAGE)
    ? []
    : [`窗口二维码打开的页面 ${WINDOW_CODE_PAGE} 不在小程序的页面中。`]),
];

const notesOf = (functions: readonly PlannedFunction[], appid: string | undefined): string[] => {
  const withOpenapi = functions.filter(({ permissions }) => permissions.openapi.length > 0).map(({ name }) => name);
  return [
    ...(withOpenapi.length === 0
      ? []
      : [`云调用权限只能由微信开发者工具上传：首次部署和名单变动后，请右键上传一次 ${withOpenapi.join('、')}。`]),
    ...(appid === 'touristappid' ? ['上传小程序前，请把 project.config.json 的 appid 换成本单位的。'] : []),
  ];
};

/** The plan, or every reason why there is none. */
export const planDeployment = (
  sources: Sources,
): { readonly plan: Plan } | { readonly problems: readonly [string, ...string[]] } => {
  const collections = Object.entries(sources.schema).map(([name, indexes]) => ({ name, indexes }));
  const [first, ...others] = [
    ...collections.flatMap(({ name, indexes }) => faultsOfCollection(name, indexes)),
    ...sources.doors.flatMap((door) => [
      ...faultsOfManifest(door.name, door.manifest),
      ...faultsOfBundle(door.name, door.bundle),
    ]),
    ...faultsOfProject(sources.project),
  ];
  if (first !== undefined) return { problems: [first, ...others] };
  const functions = sources.doors.flatMap(({ name, manifest: content, bundle }) =>
    bundle ? [{ name, ...manifest.parse(content), bundle }] : [],
  );
  return { plan: { collections, functions, notes: notesOf(functions, sources.project.appid) } };
};
