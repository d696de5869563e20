import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { GatewayEnv } from '../local/gateway';
import { isPlainObject } from '../local/protocol/plain';
import { STAND_IN_ACCOUNTS } from './accounts';
import { brokenAnswer, type ForcedAnswers } from './forced-answers';
import { isIdNumber, PEOPLE } from './people';
import { faultOfSignature } from './tc3-check';

type Fields = Readonly<Record<string, string>>;
type Action = {
  readonly kind: 'twoFactor' | 'threeFactor';
  readonly needs: readonly string[];
  readonly resultOf: (fields: Fields) => string;
};

const NAME = /^[\p{Script=Han}·]{2,30}$/u;
const PHONE = /^1[3-9]\d{9}$/;

const idCardResult = ({ IdCard = '', Name = '' }: Fields): string => {
  if (!isIdNumber(IdCard)) return '-2';
  if (!NAME.test(Name)) return '-3';
  const known = PEOPLE.find(({ idNumber }) => idNumber === IdCard);
  if (!known) return '-5';
  return known.name === Name ? '0' : '-1';
};

const phoneResult = ({ IdCard = '', Name = '', Phone = '' }: Fields): string => {
  if (!PHONE.test(Phone)) return '-6';
  if (!isIdNumber(IdCard)) return '-7';
  if (!NAME.test(Name)) return '-8';
  const known = PEOPLE.find(({ idNumber }) => idNumber === IdCard);
  if (!known) return '-9';
  return known.name === Name && known.phone === Phone ? '0' : '-4';
};

const ACTIONS: Readonly<Record<string, Action>> = {
  IdCardVerification: { kind: 'twoFactor', needs: ['IdCard', 'Name'], resultOf: idCardResult },
  PhoneVerification: { kind: 'threeFactor', needs: ['IdCard', 'Name', 'Phone'], resultOf: phoneResult },
};

const answer = (c: Context, response: object): Response =>
  c.json({ Response: { ...response, RequestId: randomUUID() } });
const refusal = (c: Context, code: string): Response => answer(c, { Error: { Code: code, Message: code } });

const fieldsOf = (body: string, needs: readonly string[]): Fields | string => {
  try {
    const fields: unknown = JSON.parse(body);
    if (!isPlainObject(fields)) return 'InvalidParameter';
    if (needs.some((name) => fields[name] === undefined)) return 'MissingParameter';
    return Object.values(fields).every((value) => typeof value === 'string') ? (fields as Fields) : 'InvalidParameter';
  } catch {
    return 'InvalidParameter';
  }
};

/** 人脸核身 (faceid) 2018-03-01 as documented: it checks the signature, then says what its table of people says. */
export const tencentRoutes = (app: Hono<GatewayEnv>, forced: ForcedAnswers): void => {
  app.post('/stand-in/tencent', async (c) => {
    const body = await c.req.text();
    // API 3.0 has one path, whatever address a test gives it.
    const request = { method: 'POST', path: '/', header: (name: string) => c.req.header(name), body };
    const fault = faultOfSignature(request, STAND_IN_ACCOUNTS.tencent, Date.now());
    if (fault) return refusal(c, fault);
    const name = c.req.header('x-tc-action') ?? '';
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!action) return refusal(c, 'InvalidAction');
    if (c.req.header('x-tc-version') !== '2018-03-01') return refusal(c, 'NoSuchVersion');
    const fields = fieldsOf(body, action.needs);
    if (typeof fields === 'string') return refusal(c, fields);
    const next = forced.take(action.kind, 'line', 'error', 'result');
    if (next && 'line' in next) return brokenAnswer(c, next.line);
    if (next && 'error' in next) return refusal(c, next.error);
    const result = next && 'result' in next ? next.result : action.resultOf(fields);
    return answer(c, { Result: result, Description: '本机替身' });
  });
};
