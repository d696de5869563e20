import { createHash, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { GatewayEnv } from '../local/gateway';
import { isPlainObject, type PlainObject } from '../local/protocol/plain';
import { STAND_IN_ACCOUNTS } from './accounts';
import { brokenAnswer, type ForcedAnswers } from './forced-answers';
import { PEOPLE } from './people';

type Session = {
  readonly sequenceNo: string;
  readonly openid: string;
  readonly hash: string;
  readonly person: PlainObject;
  readonly until: number;
};
type Sessions = Map<string, Session>;
type Answer = PlainObject & { readonly errcode: number };

const TOKEN_SECONDS = 7_200;
const VERIFY_SECONDS = 3_600;
const OK = { errcode: 0, errmsg: 'ok' };
const refused = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg });

const textIn = (body: PlainObject, name: string): string => (typeof body[name] === 'string' ? body[name] : '');

/** 获取稳定版接口调用凭据: the same token while it is valid. */
const stableToken = (token: string, body: PlainObject): Answer | PlainObject => {
  const { appId, appSecret } = STAND_IN_ACCOUNTS.wechat;
  if (body.grant_type !== 'client_credential') return refused(40002, 'invalid grant_type');
  if (body.appid !== appId) return refused(40013, 'invalid appid');
  if (body.secret !== appSecret) return refused(40125, 'invalid appsecret');
  return { access_token: token, expires_in: TOKEN_SECONDS };
};

const hashOf = (person: PlainObject): string => {
  const pairs = ['cert_type', 'cert_name', 'cert_no'].map(
    (name) => `${name}=${Buffer.from(textIn(person, name)).toString('base64')}`,
  );
  return createHash('sha256').update(pairs.join('&')).digest('hex');
};

const getVerifyId = (sessions: Sessions, body: PlainObject): Answer => {
  const sequenceNo = textIn(body, 'out_seq_no');
  const openid = textIn(body, 'openid');
  const person = body.cert_info;
  if (!/^[0-9A-Za-z_-]{5,32}$/.test(sequenceNo)) return refused(84010, 'out_seq_no missing');
  if (openid === '') return refused(84016, 'openid missing');
  if (!isPlainObject(person) || person.cert_type !== 'IDENTITY_CARD') return refused(47001, 'data format error');
  if ([...sessions.values()].some((session) => session.sequenceNo === sequenceNo))
    return refused(84019, 'out_seq_no exists');
  const verifyId = randomUUID();
  sessions.set(verifyId, {
    sequenceNo,
    openid,
    hash: hashOf(person),
    person,
    until: Date.now() + VERIFY_SECONDS * 1000,
  });
  return { ...OK, verify_id: verifyId, expires_in: VERIFY_SECONDS };
};

const faultOfQuery = (session: Session | undefined, body: PlainObject): Answer | undefined => {
  if (textIn(body, 'verify_id') === '') return refused(84021, 'verify_id missing');
  if (textIn(body, 'out_seq_no') === '') return refused(84010, 'out_seq_no missing');
  if (textIn(body, 'openid') === '') return refused(84016, 'openid missing');
  if (!session || session.until < Date.now()) return refused(84022, 'verify_id expired');
  if (session.openid !== body.openid) return refused(84017, 'openid mismatch');
  if (session.sequenceNo !== body.out_seq_no) return refused(84020, 'out_seq_no mismatch');
  return session.hash === body.cert_hash ? undefined : refused(84018, 'cert_hash mismatch');
};

/** The scan itself is not here: a known person with his own name has passed it. */
const verdictOn = (person: PlainObject): number => {
  const known = PEOPLE.find(({ idNumber }) => idNumber === person.cert_no);
  if (!known) return 10026;
  return known.name === person.cert_name ? 10000 : 10003;
};

const queryVerifyInfo = (sessions: Sessions, body: PlainObject, forcedResult: number | undefined): Answer => {
  const session = sessions.get(textIn(body, 'verify_id'));
  const fault = faultOfQuery(session, body);
  return fault ?? { ...OK, verify_ret: forcedResult ?? verdictOn(session?.person ?? {}) };
};

/** 微信人脸核身 2.0 (https://developers.weixin.qq.com/miniprogram/dev/server/API/face/api_getverifyid) and its token. */
export const wechatFaceRoutes = (app: Hono<GatewayEnv>, forced: ForcedAnswers): void => {
  const token = randomUUID();
  const sessions: Sessions = new Map();
  const bodyOf = (text: string): PlainObject | undefined => {
    try {
      const body: unknown = JSON.parse(text);
      return isPlainObject(body) ? body : undefined;
    } catch {
      return undefined;
    }
  };
  app.post('/stand-in/wechat/cgi-bin/stable_token', async (c) =>
    c.json(stableToken(token, bodyOf(await c.req.text()) ?? {})),
  );
  app.post('/stand-in/wechat/cityservice/face/identify/:call', async (c) => {
    const call = c.req.param('call');
    if (call !== 'getverifyid' && call !== 'queryverifyinfo') return c.notFound();
    const body = bodyOf(await c.req.text());
    if (c.req.query('access_token') !== token) return c.json(refused(40001, 'invalid credential'));
    if (!body) return c.json(refused(47001, 'data format error'));
    const next = forced.take('face', 'line', 'errcode');
    if (next && 'line' in next) return brokenAnswer(c, next.line);
    if (next && 'errcode' in next) return c.json(refused(next.errcode, 'forced'));
    if (call === 'getverifyid') return c.json(getVerifyId(sessions, body));
    return c.json(queryVerifyInfo(sessions, body, forced.take('face', 'verifyRet')?.verifyRet));
  });
};
