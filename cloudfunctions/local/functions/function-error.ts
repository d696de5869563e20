/** Why an invocation gave no answer. */
export type FunctionFailure = 'unknown' | 'unloadable' | 'failed' | 'timeout' | 'crashed' | 'resultTooLarge' | 'closed';

export class FunctionError extends Error {
  override readonly name = 'FunctionError';

  constructor(
    readonly failure: FunctionFailure,
    message: string,
    readonly requestId = '',
  ) {
    super(message);
  }
}
