import type { Hono } from 'hono';
import { isOpenid } from '../local/functions/client-call';
import type { GatewayEnv } from '../local/gateway';
import type { LocalCloud } from '../local/local-cloud';
import type { OpenApis } from '../local/openapi/openapi';
import { phoneAnswer } from '../local/openapi/phone-codes';
import type { Subscriptions } from '../local/openapi/subscriptions';
import { CloudError } from '../local/protocol/cloud-error';
import { type ForcedAnswer, type ForcedAnswers, forcedAnswers, slowly, type VerifierKind } from './forced-answers';
import { type FictionalPerson, PEOPLE } from './people';
import { provinceStandIn } from './province';
import { type SentSms, smsStandIn } from './sms';
import { tencentRoutes } from './tencent';
import { wechatFaceRoutes } from './wechat-face';

export type StandIns = {
  /** Forces the next answer of one verifier, or breaks its line once. */
  next(which: VerifierKind, answer: ForcedAnswer): void;
  /** Whom the verifiers know: these match; their number with another name does not; any other number has no record. */
  readonly people: readonly FictionalPerson[];
  /** The number of this account; one of `people` has it, or nobody. */
  phoneOf(openid: string): string;
  /** Who may be sent subscription messages. */
  readonly subscriptions: Subscriptions;
  /** The text messages that went out, as the phones have them. */
  sentSms(): readonly SentSms[];
  /** What the province sends back to `redirectUri` with somebody who signed in there. */
  provinceCode(person: FictionalPerson, redirectUri: string): string;
};

/** What of the local cloud the stand-ins stand on. */
export type Ground = Pick<LocalCloud, 'phones' | 'subscriptions'>;

export type MountedStandIns = {
  of(ground: Ground): StandIns;
  routes(app: Hono<GatewayEnv>, ground: () => Ground): void;
  openapi(builtIn: OpenApis): OpenApis;
};

/** The services outside WeChat's cloud that the product speaks with, under /stand-in/. */
export const verifierStandIns = (): MountedStandIns => {
  const forced = forcedAnswers();
  const province = provinceStandIn(forced);
  const sms = smsStandIn(forced);
  return {
    of: ({ phones, subscriptions }) => ({
      ...{ next: forced.next, people: PEOPLE, phoneOf: phones.phoneOf, subscriptions },
      ...{ sentSms: sms.sent, provinceCode: province.code },
    }),
    routes: (app, ground) => {
      tencentRoutes(app, forced);
      wechatFaceRoutes(app, forced);
      province.routes(app);
      sms.routes(app);
      wechatClientRoutes(app, ground);
    },
    openapi: (builtIn) => ({ ...builtIn, ...phoneNumber(forced, builtIn) }),
  };
};

const PHONE_NUMBER = 'phonenumber.getPhoneNumber';

const phoneNumber = (forced: ForcedAnswers, builtIn: OpenApis): OpenApis => ({
  [PHONE_NUMBER]: async (input) => {
    const next = forced.take('phone', 'line', 'errcode', 'phone');
    if (next && 'line' in next) {
      if (next.line === 'slow') await slowly();
      throw new CloudError('SYS_ERR', 'the line is broken');
    }
    const answer = await builtIn[PHONE_NUMBER]?.(input);
    if (next && 'errcode' in next) return { json: { errcode: next.errcode, errmsg: 'forced' } };
    if (next) return { json: phoneAnswer(next.phone, next.countryCode) };
    return answer ?? { json: {} };
  },
});

/** What WeChat's own buttons do on a phone, for a browser that has none. */
const wechatClientRoutes = (app: Hono<GatewayEnv>, ground: () => Ground): void => {
  app.post('/stand-in/phone-code', (c) => {
    const openid = c.req.header('x-wx-openid') ?? '';
    return isOpenid(openid) ? c.json({ code: ground().phones.issue(openid) }) : c.json({ code: null }, 400);
  });
  app.post('/stand-in/subscription', async (c) => {
    const openid = c.req.header('x-wx-openid') ?? '';
    const { templateIds } = (await c.req.json()) as { templateIds?: unknown };
    if (!isOpenid(openid) || !Array.isArray(templateIds)) return c.json({ accepted: [] }, 400);
    ground().subscriptions.accept(openid, templateIds.map(String));
    return c.json({ accepted: templateIds });
  });
};
