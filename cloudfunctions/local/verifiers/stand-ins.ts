import type { Hono } from 'hono';
import { isOpenid } from '../functions/client-call';
import type { GatewayEnv } from '../gateway';
import { phoneAnswer, phoneCodes } from '../openapi/phone-codes';
import { type Subscriptions, subscriptionStandIn } from '../openapi/subscriptions';
import type { OpenApiAnswer } from '../openapi/wire';
import { CloudError } from '../protocol/cloud-error';
import type { PlainObject } from '../protocol/plain';
import { type ForcedAnswer, forcedAnswers, slowly, type VerifierKind } from './forced-answers';
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

export type MountedStandIns = StandIns & {
  routes(app: Hono<GatewayEnv>): void;
  phoneCode(openid: string): string;
  /** `phonenumber.getPhoneNumber` */
  phoneNumber(input: PlainObject): Promise<OpenApiAnswer>;
};

/** The verifiers of the local cloud. `phones`: whose number is whose, by openid. */
export const verifierStandIns = (phones: Readonly<Record<string, string>>): MountedStandIns => {
  const forced = forcedAnswers();
  const codes = phoneCodes(phones);
  const province = provinceStandIn(forced);
  const sms = smsStandIn(forced);
  const subscriptions = subscriptionStandIn();
  const phoneNumber: MountedStandIns['phoneNumber'] = async ({ code }) => {
    const next = forced.take('phone', 'line', 'errcode', 'phone');
    if (next && 'line' in next) {
      if (next.line === 'slow') await slowly();
      throw new CloudError('SYS_ERR', 'the line is broken');
    }
    const answer = codes.redeem(code);
    if (next && 'errcode' in next) return { json: { errcode: next.errcode, errmsg: 'forced' } };
    return { json: next ? phoneAnswer(next.phone, next.countryCode) : answer };
  };
  const routes = (app: Hono<GatewayEnv>): void => {
    tencentRoutes(app, forced);
    wechatFaceRoutes(app, forced);
    province.routes(app);
    sms.routes(app);
    app.post('/stand-in/phone-code', (c) => {
      const openid = c.req.header('x-wx-openid') ?? '';
      return isOpenid(openid) ? c.json({ code: codes.issue(openid) }) : c.json({ code: null }, 400);
    });
    app.post('/stand-in/subscription', async (c) => {
      const openid = c.req.header('x-wx-openid') ?? '';
      const { templateIds } = (await c.req.json()) as { templateIds?: unknown };
      if (!isOpenid(openid) || !Array.isArray(templateIds)) return c.json({ accepted: [] }, 400);
      subscriptions.accept(openid, templateIds.map(String));
      return c.json({ accepted: templateIds });
    });
  };
  return {
    ...{
      next: forced.next,
      people: PEOPLE,
      phoneOf: codes.phoneOf,
      subscriptions,
      sentSms: sms.sent,
      phoneCode: codes.issue,
      provinceCode: province.code,
    },
    ...{ routes, phoneNumber },
  };
};
