import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { GatewayEnv } from '../local/gateway';
import { isPlainObject, type PlainObject } from '../local/protocol/plain';
import { STAND_IN_ACCOUNTS } from './accounts';
import { brokenAnswer, type ForcedAnswers } from './forced-answers';
import { faultOfSignature } from './tc3-check';

export type SentSms = { readonly to: string; readonly words: readonly string[] };

const NUMBER = /^\+86(1\d{10})$/;

const answer = (c: Context, response: object): Response =>
  c.json({ Response: { ...response, RequestId: randomUUID() } });
const refusal = (c: Context, code: string): Response => answer(c, { Error: { Code: code, Message: code } });
const status = (c: Context, number: string, code: string): Response =>
  answer(c, { SendStatusSet: [{ SerialNo: randomUUID(), PhoneNumber: number, Fee: 1, Code: code, Message: code }] });

const parse = (body: string): PlainObject => {
  try {
    const fields: unknown = JSON.parse(body);
    return isPlainObject(fields) ? fields : {};
  } catch {
    return {};
  }
};

/** What is wrong with the account's own things, as documented for SendSms. */
const faultOf = ({ SmsSdkAppId, SignName, TemplateId, PhoneNumberSet, TemplateParamSet }: PlainObject) => {
  const { appId, sign, template } = STAND_IN_ACCOUNTS.sms;
  if (SmsSdkAppId !== appId) return 'UnauthorizedOperation.SmsSdkAppIdVerifyFail';
  if (SignName !== sign) return 'FailedOperation.SignatureIncorrectOrUnapproved';
  if (TemplateId !== template) return 'FailedOperation.TemplateIncorrectOrUnapproved';
  if (!Array.isArray(PhoneNumberSet) || PhoneNumberSet.length === 0)
    return 'InvalidParameterValue.IncorrectPhoneNumber';
  return Array.isArray(TemplateParamSet) ? undefined : 'InvalidParameterValue.TemplateParameterFormatError';
};

/** 短信 (sms) 2021-01-11 as documented: it checks the signature, and keeps what it would have sent. */
export const smsStandIn = (forced: ForcedAnswers) => {
  const sent: SentSms[] = [];
  const routes = (app: Hono<GatewayEnv>): void => {
    app.post('/stand-in/sms', async (c) => {
      const body = await c.req.text();
      const request = { method: 'POST', path: '/', header: (name: string) => c.req.header(name), body };
      // Held against no clock: a test may put that of the functions back.
      const signedAt = Number(c.req.header('x-tc-timestamp')) * 1000;
      const fault = faultOfSignature(request, STAND_IN_ACCOUNTS.sms, signedAt);
      if (fault) return refusal(c, fault);
      if (c.req.header('x-tc-action') !== 'SendSms') return refusal(c, 'InvalidAction');
      if (c.req.header('x-tc-version') !== '2021-01-11') return refusal(c, 'NoSuchVersion');
      const fields = parse(body);
      const wrong = faultOf(fields);
      if (wrong) return refusal(c, wrong);
      const next = forced.take('sms', 'line', 'error', 'result');
      if (next && 'line' in next) return brokenAnswer(c, next.line);
      if (next && 'error' in next) return refusal(c, next.error);
      const [number] = fields.PhoneNumberSet as readonly string[];
      const [, to] = NUMBER.exec(String(number)) ?? [];
      if (next && 'result' in next) return status(c, String(number), next.result);
      if (!to) return status(c, String(number), 'InvalidParameterValue.IncorrectPhoneNumber');
      sent.push({ to, words: (fields.TemplateParamSet as readonly unknown[]).map(String) });
      return status(c, String(number), 'Ok');
    });
  };
  return { routes, sent: (): readonly SentSms[] => [...sent] };
};
