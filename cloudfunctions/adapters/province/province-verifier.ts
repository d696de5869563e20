import type { CheckedPerson, Verifiers } from '../../ports/verifiers';
import { askJson, type JsonAnswer, verifierLimit } from '../ask-json';
import type { Health } from '../health';
import type { Province } from './province-configuration';

export type ProvinceVerifier = Pick<Verifiers, 'provinceLink' | 'provincePerson'> & { check(): Promise<Health> };

const FORM = 'application/x-www-form-urlencoded';
const ID_NUMBER = /^\d{17}[\dX]$/;

const undetermined = (why: 'down' | 'limited' | 'noRecord' | 'unsupported'): CheckedPerson => ({
  verdict: 'undetermined',
  why,
});

/** RFC 6749, appendix B: both halves are form-encoded before they are joined. */
const basic = ({ clientId, clientSecret }: Province): string => {
  const encode = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return `Basic ${Buffer.from(`${encode(clientId)}:${encode(clientSecret)}`).toString('base64')}`;
};

/** RFC 6749, 4.1.3 */
const askToken = (province: Province, code: string, signal: AbortSignal): Promise<JsonAnswer | undefined> => {
  const { clientId, clientSecret, redirectUri, tokenUrl, clientAuthentication } = province;
  const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
  const inBody = clientAuthentication === 'body';
  const form = new URLSearchParams(inBody ? { ...grant, client_id: clientId, client_secret: clientSecret } : grant);
  return askJson(tokenUrl, {
    method: 'POST',
    headers: {
      'content-type': FORM,
      accept: 'application/json',
      ...(!inBody && { authorization: basic(province) }),
    },
    body: form.toString(),
    signal,
  });
};

/** RFC 6749, 5.2: these two are about what the person brought back; everything else is about us or about them. */
const OWN_SLIPS: readonly unknown[] = ['invalid_grant', 'invalid_request'];

const withoutToken = (answer: JsonAnswer | undefined): CheckedPerson => {
  if (OWN_SLIPS.includes(answer?.body.error)) return { verdict: 'refused', why: 'code' };
  return undetermined(answer?.status === 429 ? 'limited' : 'down');
};

const fieldOf = (body: unknown, path: string): string => {
  const found = path.split('.').reduce<unknown>((inner, name) => {
    return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined;
  }, body);
  return typeof found === 'string' || typeof found === 'number' ? String(found).normalize('NFKC').trim() : '';
};

const personIn = ({ fields, level }: Province, body: unknown): CheckedPerson => {
  if (level && !level.accepted.includes(fieldOf(body, level.field))) return undetermined('unsupported');
  const name = fieldOf(body, fields.name);
  const idNumber = fieldOf(body, fields.idNumber).toUpperCase();
  if (name === '' || !ID_NUMBER.test(idNumber)) return undetermined('noRecord');
  return { verdict: 'match', person: { name, idNumber } };
};

/** 省统一身份认证 by the authorization code grant of OAuth 2.0 (RFC 6749, 4.1). */
export const provinceVerifier = (province: Province): ProvinceVerifier => ({
  provinceLink: (state) => {
    const { clientId, redirectUri, scope } = province;
    const link = new URL(province.authorizeUrl);
    const asked = {
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      ...(scope && { scope }),
      state,
    };
    for (const [name, value] of Object.entries(asked)) link.searchParams.set(name, value);
    return link.toString();
  },
  provincePerson: async (code) => {
    const signal = verifierLimit();
    const answer = await askToken(province, code, signal);
    const token = answer?.status === 200 ? answer.body.access_token : undefined;
    if (typeof token !== 'string') return withoutToken(answer);
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const user = await askJson(province.userInfoUrl, { method: 'GET', headers, signal });
    if (user?.status === 200) return personIn(province, user.body);
    return undetermined(user?.status === 429 ? 'limited' : 'down');
  },
  check: async () => {
    const answer = await askToken(province, 'no-such-code', verifierLimit());
    if (answer?.body.error === 'invalid_grant') return 'works';
    if (answer?.body.error === 'invalid_client' || answer?.status === 401) return 'keyWrong';
    return answer?.body.error === 'unauthorized_client' ? 'notActivated' : 'unreachable';
  },
});
