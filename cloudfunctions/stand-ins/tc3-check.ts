import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export type SignedRequest = {
  readonly method: string;
  readonly path: string;
  header(name: string): string | undefined;
  readonly body: string;
};

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2})\/(\w+)\/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;
/** Seconds that a request's clock may be off. */
const MOST_SKEW = 300;

/**
 * What is wrong with a request by the public rules of TC3-HMAC-SHA256 (https://cloud.tencent.com/document/product/1007/31324),
 * as the error code that the service answers; undefined when the signature holds. `now` in ms.
 */
export const faultOfSignature = (
  request: SignedRequest,
  account: { readonly secretId: string; readonly secretKey: string },
  now: number,
): string | undefined => {
  const parts = AUTHORIZATION.exec(request.header('authorization') ?? '');
  if (!parts) return 'AuthFailure.InvalidAuthorization';
  const [, secretId, day = '', service = '', names = '', signature = ''] = parts;
  const seconds = Number(request.header('x-tc-timestamp'));
  if (!(Math.abs(now / 1000 - seconds) <= MOST_SKEW)) return 'AuthFailure.SignatureExpire';
  if (secretId !== account.secretId) return 'AuthFailure.SecretIdNotFound';
  const covered = names.split(';');
  if (!covered.includes('content-type') || !covered.includes('host')) return 'AuthFailure.SignatureFailure';
  if (day !== utcDay(seconds)) return 'AuthFailure.SignatureFailure';
  const expected = expectedSignature(request, covered, { day, service, seconds, secretKey: account.secretKey });
  return timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(signature, 'hex'))
    ? undefined
    : 'AuthFailure.SignatureFailure';
};

type Scope = { readonly day: string; readonly service: string; readonly seconds: number; readonly secretKey: string };

const expectedSignature = (request: SignedRequest, covered: readonly string[], scope: Scope): string => {
  const { day, service, seconds, secretKey } = scope;
  const lines = covered.map((name) => `${name}:${(request.header(name) ?? '').trim().toLowerCase()}\n`);
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const canonical = `${request.method}\n${request.path}\n\n${lines.join('')}\n${covered.join(';')}\n${digest(request.body)}`;
  const toSign = `TC3-HMAC-SHA256\n${seconds}\n${day}/${service}/tc3_request\n${digest(canonical)}`;
  const chain = [day, service, 'tc3_request', toSign];
  return chain
    .reduce<Buffer>(
      (key, text) => createHmac('sha256', key).update(text, 'utf8').digest(),
      Buffer.from(`TC3${secretKey}`),
    )
    .toString('hex');
};

const utcDay = (seconds: number): string => {
  const at = new Date(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
};
