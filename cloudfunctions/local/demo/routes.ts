import { randomUUID } from 'node:crypto';
import { ORG_LEVELS, type Org, type ServiceWindow } from '@shared/domain/organization';
import type { ServiceCase } from '@shared/domain/service-case';
import { routeOf } from '@shared/domain/ticket';
import type { CodeDigest } from '@shared/domain/window-code';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { LocalCloud } from '../local-cloud';
import { hasH5 } from './h5-build';
import { homePage, pageScript, pageStyle } from './page-files';
import type { Persona } from './personas';
import { qrSvg } from './qr';
import { signPage } from './sign-page';
import { type OldSign, oldSignsOf, type Sign, signsOf } from './signs';

export type DemoOptions = {
  /** Called per request: the cloud exists only after its routes. */
  readonly cloud: () => LocalCloud;
  readonly codes: { readonly windowCode: CodeDigest; readonly windowCodeKey: string };
  readonly personas: () => readonly Persona[];
};

/** A sign, the number of a case of nobody's that was served there, and who answers for the window. */
export type HallSign = Sign & {
  readonly caseNo: string | null;
  /** The openid of the persona to whom a bad rating of this window goes. */
  readonly answeredBy: string | null;
};
export type Hall = {
  readonly signs: readonly HallSign[];
  readonly oldSigns: readonly OldSign[];
  readonly hasH5: boolean;
};

const VISITOR = 'haochaping-visitor';

/** The liaison of the unit that the product itself would send a bad rating to, else its bureau's supervisor. */
const answererOf = (window: ServiceWindow, orgs: readonly Org[], personas: readonly Persona[]): string | null => {
  const place = orgs.find(({ _id }) => _id === window.centerId)?.place ?? '';
  const policy = policyOn(place, dayOf(Date.now()));
  if (!policy.ok) return null;
  const route = routeOf(window, window.onDuty?.staffId ?? null, orgs, policy.value.ticket);
  const liaisons = orgs.find(({ _id }) => _id === route.unitId)?.liaisonIds ?? [];
  const wanted = route.dispatched ? liaisons : [`supervisor-${route.bureauId}`];
  return personas.find(({ staffId }) => staffId !== null && wanted.includes(staffId))?.openid ?? null;
};

const hallOf = ({ cloud, codes, personas }: DemoOptions): Hall => {
  const { database, url } = cloud();
  const rows = { windows: database.find('windows', {}) as ServiceWindow[], orgs: database.find('orgs', {}) as Org[] };
  const orderOf = ({ place, level }: Sign) => (place === 'taiqian' ? 0 : 10) + ORG_LEVELS.indexOf(level);
  const nobodys = (database.find('cases', {}) as ServiceCase[]).filter(
    ({ applicantRefs, services }) =>
      applicantRefs.length === 0 && services.every(({ key }) => database.get('ratings', key) === undefined),
  );
  const caseAt = (windowId: string) =>
    nobodys.find(({ services }) => services.at(-1)?.windowId === windowId)?._id ?? null;
  const answeredBy = (windowId: string) => {
    const window = rows.windows.find(({ _id }) => _id === windowId);
    return window ? answererOf(window, rows.orgs, personas()) : null;
  };
  const signs = signsOf(rows, codes, url)
    .map((sign) => ({ ...sign, caseNo: caseAt(sign.windowId), answeredBy: answeredBy(sign.windowId) }))
    .sort((a, b) => orderOf(a) - orderOf(b));
  return { signs, oldSigns: oldSignsOf(rows, codes, url), hasH5: hasH5() };
};

/** The rate page for everything that is not WeChat; a browser without a persona becomes a visitor of its own. */
const scanned = (c: Context) => {
  if (!hasH5()) return c.text('手机端（H5）还没有构建：请运行 npm run build:h5 后刷新。The app is not built yet.', 503);
  const visitor = getCookie(c, VISITOR) ?? `demo-visitor-${randomUUID().slice(0, 8)}`;
  setCookie(c, VISITOR, visitor, { path: '/', httpOnly: true, sameSite: 'Lax' });
  const scene = encodeURIComponent(c.req.param('token') ?? '');
  return c.redirect(`/app/?openid=${encodeURIComponent(visitor)}#/pages/rate/index?scene=${scene}`);
};

const typed = (c: Context, type: string, body: string) =>
  c.body(body, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' });

/** The demo page and what it asks for; exists only in the local cloud. */
export const demoRoutes = (options: DemoOptions): Hono => {
  const app = new Hono();
  const hall = () => hallOf(options);
  app.get('/', async (c) => typed(c, 'text/html', await homePage()));
  app.get('/demo/page.css', async (c) => typed(c, 'text/css', await pageStyle()));
  app.get('/demo/page.js', async (c) => typed(c, 'text/javascript', await pageScript()));
  app.get('/demo/hall.json', (c) => c.json(hall()));
  app.get('/demo/codes.json', (c) => c.json(hall().signs));
  app.get('/demo/revoked-codes.json', (c) => c.json(hall().oldSigns));
  app.get('/demo/personas.json', (c) => c.json(options.personas()));
  app.get('/demo/outbox.json', (c) => c.json(options.cloud().openapiOutbox()));
  app.post('/demo/clock', async (c) => c.json((await options.cloud().runTimer('clock')) as object));
  app.get('/demo/qr/:scene', (c) =>
    typed(c, 'image/svg+xml', qrSvg(`${options.cloud().url}/w/${c.req.param('scene').replace(/\.svg$/, '')}`)),
  );
  app.get('/demo/sign/:windowId', (c) => {
    const sign = hall().signs.find(({ windowId }) => windowId === c.req.param('windowId'));
    return sign ? c.html(signPage(sign, c.req.query('paper') === 'A4' ? 'A4' : 'A6')) : c.notFound();
  });
  app.get('/w/:token', scanned);
  return app;
};
