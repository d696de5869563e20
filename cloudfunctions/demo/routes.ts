import { randomUUID } from 'node:crypto';
import { ORG_LEVELS, type Org, type ServiceWindow } from '@shared/domain/organization';
import type { ServiceCase } from '@shared/domain/service-case';
import { routeOf } from '@shared/domain/ticket';
import type { CodeDigest } from '@shared/domain/window-code';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { LocalCloud } from '../local/local-cloud';
import { AUDIT_EXPORT_PATH, AUDIT_EXPORT_TYPE, auditExport } from './audit-export';
import { CASES } from './cases';
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

/** To whom a bad rating of a window goes, as openids of personas. */
type Answerers = {
  /** Whether the unit that answers for the window has a 责任人员. Else the ticket waits at the bureau. */
  readonly hasLiaison: boolean;
  readonly answeredBy: string | null;
  /** The supervisor of the bureau above the window; the same person when there is no liaison. */
  readonly supervisedBy: string | null;
};

/** A sign, the number of a case of nobody's that was served there and not rated yet, and who answers for the window. */
export type HallSign = Sign & Answerers & { readonly caseNo: string | null; readonly receiptCode: string | null };
export type Hall = {
  readonly signs: readonly HallSign[];
  readonly oldSigns: readonly OldSign[];
  readonly hasH5: boolean;
};

/** Characters, as WeChat allows them. */
const LONGEST_SCENE = 32;
const VISITOR = 'haochaping-visitor';

/** As the product itself would send it: to a liaison of the unit, else to its bureau's supervisor. */
const answerersOf = (window: ServiceWindow, orgs: readonly Org[], personas: readonly Persona[]): Answerers => {
  const place = orgs.find(({ _id }) => _id === window.centerId)?.place ?? '';
  const now = Date.now();
  const policy = policyOn(place, dayOf(now));
  if (!policy.ok) return { hasLiaison: false, answeredBy: null, supervisedBy: null };
  const route = routeOf(window, window.onDuty?.staffId ?? null, orgs, policy.value.ticket, now);
  const oneOf = (staffIds: readonly string[]) =>
    personas.find(({ staffId }) => staffId !== null && staffIds.includes(staffId))?.openid ?? null;
  const liaisons = orgs.find(({ _id }) => _id === route.unitId)?.liaisonIds ?? [];
  const supervisedBy = oneOf([`supervisor-${route.bureauId}`]);
  return {
    hasLiaison: route.dispatched,
    answeredBy: route.dispatched ? oneOf(liaisons) : supervisedBy,
    supervisedBy,
  };
};

const hallOf = ({ cloud, codes, personas }: DemoOptions): Hall => {
  const { database, url } = cloud();
  const rows = { windows: database.find('windows', {}) as ServiceWindow[], orgs: database.find('orgs', {}) as Org[] };
  const orderOf = ({ place, level }: Sign) => (place === 'taiqian' ? 0 : 10) + ORG_LEVELS.indexOf(level);
  const nobodys = (database.find('cases', {}) as ServiceCase[]).filter(
    ({ applicantRefs, services }) =>
      applicantRefs.length === 0 && services.every(({ key }) => database.get('ratings', key) === undefined),
  );
  /** The slip of a case that nobody has rated yet. */
  const slipAt = (windowId: string) => {
    const caseNo = nobodys.find(({ services }) => services.at(-1)?.windowId === windowId)?._id ?? null;
    return { caseNo, receiptCode: CASES.find((row) => row.caseNo === caseNo)?.receiptCode ?? null };
  };
  const answerers = (windowId: string) => {
    const window = rows.windows.find(({ _id }) => _id === windowId);
    return window && answerersOf(window, rows.orgs, personas());
  };
  const signs = signsOf(rows, codes, url)
    .flatMap((sign) => {
      const answering = answerers(sign.windowId);
      return answering ? [{ ...sign, ...slipAt(sign.windowId), ...answering }] : [];
    })
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
  app.get(AUDIT_EXPORT_PATH, (c) => typed(c, AUDIT_EXPORT_TYPE, auditExport(options.cloud().database)));
  app.post('/demo/clock', async (c) => c.json((await options.cloud().runTimer('clock')) as object));
  app.get('/demo/qr/:scene', (c) => {
    const scene = c.req.param('scene').replace(/\.svg$/, '');
    if (scene.length > LONGEST_SCENE) return c.notFound();
    return typed(c, 'image/svg+xml', qrSvg(`${options.cloud().url}/w/${scene}`));
  });
  app.get('/demo/sign/:windowId', (c) => {
    const sign = hall().signs.find(({ windowId }) => windowId === c.req.param('windowId'));
    return sign ? c.html(signPage(sign, c.req.query('paper') === 'A4' ? 'A4' : 'A6')) : c.notFound();
  });
  app.get('/w/:token', scanned);
  return app;
};
