/**
 * Codes that the server of WeChat cloud answers, and the `errCode` that user code sees instead of them. The numbers are
 * those of `wx-server-sdk` 4.0.2 (`TCB_ERR_CODE`, `src/config/error.config.ts`); a code that it does not know surfaces as
 * -501001 with the message kept. Where the SDK loses the number as well it is -1: `docs/local-cloud-api.md`, 错误.
 */
export const CLOUD_ERRORS = {
  SYS_ERR: -501001,
  SERVER_TIMEOUT: -501002,
  EXCEED_REQUEST_LIMIT: -501003,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  INVALID_PARAM: -501007,
  INVALID_REQUEST_SOURCE: -501008,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  DATABASE_COLLECTION_ALREADY_EXIST: -501001,
  DATABASE_TRANSACTION_CONFLICT: -501001,
  DATABASE_TRANSACTION_FAIL: -501001,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  LOCAL_NOT_EMULATED: -501001,
} as const;

export type CloudErrorCode = keyof typeof CLOUD_ERRORS;

export class CloudError extends Error {
  override readonly name = 'CloudError';

  constructor(
    readonly code: CloudErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The local cloud never guesses: what it does not do as the platform does, it refuses by name. */
export const notEmulated = (what: string): CloudError => new CloudError('LOCAL_NOT_EMULATED', `not emulated: ${what}`);

export const invalid = (message: string): CloudError => new CloudError('INVALID_PARAM', message);

export const requestFailed = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message);

/** A transaction lost a document to another writer. */
export const transactionConflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  );
