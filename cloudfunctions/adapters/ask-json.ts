/** How long a person waits for a verifier, in ms; for all that it takes together. */
export const VERIFIER_LIMIT_MS = 4_000;

export const verifierLimit = (): AbortSignal => AbortSignal.timeout(VERIFIER_LIMIT_MS);

export type JsonAnswer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

type Question = {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined when there is no JSON object in time, whatever the reason: nobody sees an address or a body in an error. */
export const askJson = async (url: string, question: Question): Promise<JsonAnswer | undefined> => {
  try {
    const response = await fetch(url, {
      ...question,
      // A secret goes to the address that is configured and nowhere else.
      redirect: 'error',
    });
    const body: unknown = JSON.parse(await response.text());
    return isObject(body) ? { status: response.status, body } : undefined;
  } catch {
    return undefined;
  }
};
