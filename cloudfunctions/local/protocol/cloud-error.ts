/**
 * Codes that the server of WeChat cloud answers and `wx-server-sdk` turns into its `errCode`. A code that the SDK does not know
 * (transaction conflict, not emulated) surfaces as -501001 with the message kept, as on the platform.
 */
export type CloudErrorCode =
  | 'INVALID_PARAM'
  | 'INVALID_REQUEST_SOURCE'
  | 'SYS_ERR'
  | 'SERVER_TIMEOUT'
  | 'EXCEED_REQUEST_LIMIT'
  | 'EXCEED_CONCURRENT_REQUEST_LIMIT'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_NOT_EXIST'
  | 'STORAGE_REQUEST_FAIL'
  | 'STORAGE_FILE_NONEXIST'
  | 'STORAGE_SIGN_PARAM_INVALID'
  | 'FUNCTIONS_REQUEST_FAIL'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'LOCAL_NOT_EMULATED';

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
