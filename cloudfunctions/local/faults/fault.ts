/** Accidents that can be demanded. A client's *call* gets an *answer*; a *request* of the SDK gets a *response*. */
export const FAULT_KINDS = [
  /** The function runs, then the client's connection is cut. */
  'dropAnswer',
  /** The function runs, then its answer is held back for `milliseconds`. */
  'delayAnswer',
  /** The call arrives twice at the same time; the client hears the second. */
  'duplicateCall',
  /** The platform turns the call away (503): the function does not run. */
  'refuseCall',
  /** The instance dies when its next request is carried out or, if it makes none, before its answer leaves. */
  'killInstance',
  /** The instance dies when its next request arrives: it is not carried out. */
  'killInstanceBefore',
  /** The request is carried out, then the function's connection is cut. */
  'dropResponse',
  /** The request is carried out, then its response is held back for `milliseconds`. */
  'delayResponse',
  /** The request is carried out twice; the function hears the second. */
  'duplicateRequest',
  /** The request is carried out, yet the platform says SERVER_TIMEOUT (-501002). */
  'serverTimeout',
  /** SYS_ERR (-501001); like all below, the request is not carried out. */
  'systemError',
  /** HTTP 502 instead of a response of the protocol. */
  'badGateway',
  /** EXCEED_REQUEST_LIMIT (-501003): the quota of requests is used up. */
  'requestLimit',
  /** EXCEED_CONCURRENT_REQUEST_LIMIT (-501004): too many requests at once. */
  'concurrencyLimit',
  /** A write of the database loses against another one. */
  'conflict',
  /** No room for another write of the database, or for another file (the action `storage.put`, which knows no door). */
  'storageFull',
  /** A call of the open platform answers `errcode`; `action` is its name, `subscribeMessage.send`. */
  'openapiError',
  /** The clock lets a timer's turn go by. */
  'missTimer',
  /** The clock runs a timer's turn twice. */
  'doubleTimer',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Where it happens; what is not known there matches no plan that names it. */
export type Place = { readonly door?: string; readonly action?: string };

/** One demand. Without `door` and `action` it strikes anywhere. */
export type Fault = {
  readonly kind: FaultKind;
  /** The function that is called, or that sends the request. */
  readonly door?: string | undefined;
  /** `database.insertDocument`; `database` means each of its actions. */
  readonly action?: string | undefined;
  /** How often; once, or without end when there is a `probability`. */
  readonly times?: number | undefined;
  /** How many places it lets go by first. */
  readonly after?: number | undefined;
  /** From 0 to 1 for each place; drawn from `seed`, so that a run can be repeated. */
  readonly probability?: number | undefined;
  readonly seed?: number | undefined;
  /** How long something is held back. */
  readonly milliseconds?: number | undefined;
  /** What the open platform answers. */
  readonly errcode?: number | undefined;
};

export const matches = (fault: Fault, { door, action }: Place): boolean =>
  (fault.door === undefined || fault.door === door) &&
  (fault.action === undefined || fault.action === action || action?.startsWith(`${fault.action}.`) === true);
