import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { GatewayEnv } from '../local/gateway';
import { STAND_IN_ACCOUNTS } from './accounts';
import { brokenAnswer, type ForcedAnswers } from './forced-answers';
import { type FictionalPerson, PEOPLE } from './people';

type Grant = { readonly person: FictionalPerson; readonly redirectUri: string; readonly until: number };

export type ProvinceStandIn = {
  routes(app: Hono<GatewayEnv>): void;
  /** What the province sends back with somebody who signed in there, without the page. */
  code(person: FictionalPerson, redirectUri: string): string;
};

/** RFC 6749, 4.1.2: ten minutes at most. */
const CODE_MS = 600_000;

const clientOf = (
  c: Context,
  form: URLSearchParams,
): { readonly id: string | null; readonly secret: string | null } => {
  const [scheme, encoded] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme !== 'Basic') return { id: form.get('client_id'), secret: form.get('client_secret') };
  const [id = '', secret = ''] = Buffer.from(encoded ?? '', 'base64')
    .toString('utf8')
    .split(':');
  return { id: decoded(id), secret: decoded(secret) };
};

const decoded = (text: string): string | null => new URLSearchParams(`text=${text}`).get('text');

const choicePage = (address: URL) => {
  const linkOf = (name: string, value: string) => {
    const link = new URL(address);
    link.searchParams.set(name, value);
    return `${link.pathname}${link.search}`;
  };
  return html`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>省统一身份认证（本机替身）</title>
    <body style="font:18px/1.8 system-ui;margin:2rem auto;max-width:30rem;padding:0 1rem">
    <h1 style="font-size:1.3em">省统一身份认证（本机替身）</h1><p>请选择登录的人，他们都是虚构的。</p>
    <ul>${PEOPLE.map(({ name, about }, i) => html`<li><a href="${linkOf('person', String(i))}">${name}</a> ${about}</li>`)}</ul>
    <p><a href="${linkOf('cancel', '1')}">取消</a></p></body></html>`;
};

type Issue = ProvinceStandIn['code'];
type Redeem = (code: string, redirectUri: string | null) => string | undefined;

const authorize = (c: Context<GatewayEnv>, issue: Issue) => {
  const address = new URL(c.req.url);
  const asked = address.searchParams;
  const redirectUri = asked.get('redirect_uri') ?? '';
  const isOwn = URL.canParse(redirectUri) && new URL(redirectUri).host === address.host;
  // RFC 6749, 4.1.2.1: nobody is sent to an address that is not the client's.
  if (!isOwn || asked.get('client_id') !== STAND_IN_ACCOUNTS.province.clientId) return c.text('invalid client', 400);
  const back = new URL(redirectUri);
  back.searchParams.set('state', asked.get('state') ?? '');
  const person = PEOPLE[Number(asked.get('person') ?? 'none')];
  if (asked.get('response_type') !== 'code') back.searchParams.set('error', 'unsupported_response_type');
  else if (asked.has('cancel')) back.searchParams.set('error', 'access_denied');
  else if (!person) return c.html(choicePage(address));
  else back.searchParams.set('code', issue(person, redirectUri));
  return c.redirect(back.toString());
};

const answerToken = async (c: Context<GatewayEnv>, redeem: Redeem, forced: ForcedAnswers) => {
  const form = new URLSearchParams(await c.req.text());
  const { id, secret } = clientOf(c, form);
  const { clientId, clientSecret } = STAND_IN_ACCOUNTS.province;
  if (id !== clientId || secret !== clientSecret) return c.json({ error: 'invalid_client' }, 401);
  const next = forced.take('province', 'line', 'error');
  if (next && 'line' in next) return brokenAnswer(c, next.line);
  if (next && 'error' in next) return c.json({ error: next.error }, 400);
  if (form.get('grant_type') !== 'authorization_code') return c.json({ error: 'unsupported_grant_type' }, 400);
  const token = redeem(form.get('code') ?? '', form.get('redirect_uri'));
  if (token === undefined) return c.json({ error: 'invalid_grant' }, 400);
  return c.json({ access_token: token, token_type: 'Bearer', expires_in: 600 });
};

/** OAuth 2.0 (RFC 6749): authorization code, form or Basic client authentication, one use per code. */
export const provinceStandIn = (forced: ForcedAnswers): ProvinceStandIn => {
  const grants = new Map<string, Grant>();
  const tokens = new Map<string, FictionalPerson>();
  const code: Issue = (person, redirectUri) => {
    const fresh = randomUUID();
    grants.set(fresh, { person, redirectUri, until: Date.now() + CODE_MS });
    return fresh;
  };
  const redeem: Redeem = (used, redirectUri) => {
    const grant = grants.get(used);
    grants.delete(used);
    if (!grant || grant.until < Date.now() || grant.redirectUri !== redirectUri) return undefined;
    const token = randomUUID();
    tokens.set(token, grant.person);
    return token;
  };
  const answerUser = (c: Context<GatewayEnv>) => {
    const person = tokens.get((c.req.header('authorization') ?? '').replace(/^Bearer /, ''));
    if (!person) return c.json({ error: 'invalid_token' }, 401);
    const said = forced.take('province', 'user')?.user;
    return c.json(said ?? { code: 0, data: { userName: person.name, idCard: person.idNumber, level: '3' } });
  };
  const routes = (app: Hono<GatewayEnv>): void => {
    app.get('/stand-in/province/authorize', (c) => authorize(c, code));
    app.post('/stand-in/province/token', (c) => answerToken(c, redeem, forced));
    app.get('/stand-in/province/user', answerUser);
  };
  return { routes, code };
};
