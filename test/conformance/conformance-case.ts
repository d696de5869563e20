// biome-ignore lint/suspicious/noExplicitAny: the SDK's own declarations are unusable (every call is Promise | void | string)
export type Sdk = any;

/** What a case is given inside a deployed function: the unmodified SDK and a collection of its own. */
export type CaseTools = {
  readonly cloud: Sdk;
  readonly db: Sdk;
  readonly _: Sdk;
  readonly $: Sdk;
  /** Holds just the case's `documents`, without any index of its own. */
  readonly collection: Sdk;
  readonly collectionName: string;
};

/** One fact about WeChat cloud, checked against the local cloud by `npm test` and against a real one by `npm run conformance`. */
export type ConformanceCase = {
  /** The public method of the SDK that it belongs to, as in docs/local-cloud-api.md: `command.elemMatch`. */
  readonly api: string;
  /** A sentence, unique together with `api`. */
  readonly name: string;
  /** A page of documentation or a place in the SDK that says so. */
  readonly source: string;
  readonly documents?: readonly object[];
  /** Runs inside the function; stands alone: it uses nothing but its tools and what it imports. */
  readonly run: (tools: CaseTools) => Promise<unknown>;
} & (
  | { /** Compared inside the function by deep strict equality. */ readonly answers: unknown }
  | { /** What user code catches: its `errCode`, and a part of its `errMsg`. */ readonly refuses: Refusal }
);

export type Refusal = { readonly errCode: number; readonly errMsg: string };
