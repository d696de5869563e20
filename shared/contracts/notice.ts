import * as z from 'zod/mini';
import { TEMPLATES } from '../domain/notification';
import { contract } from './contract';
import { says } from './fields';

/** One kind of message: its 模板 id, null when it is not switched on here, and how many may still be sent. */
const kind = z.object({ template: z.nullable(z.string()), left: z.int() });
const mine = z.object({ progress: kind, work: kind, sms: z.boolean() });
const template = z.enum(TEMPLATES, says('request.malformed'));

/** 消息提醒: what is on for the caller's account. `sms`: a text message comes when WeChat cannot tell. */
export const showNotices = contract({
  name: 'notice.mine',
  permission: 'anyone',
  input: z.strictObject({}),
  output: mine,
});

/** 同意接收: what the person accepted in WeChat's own question; each is one message. */
export const grantNotices = contract({
  name: 'notice.grant',
  permission: 'anyone',
  input: z.strictObject({
    accepted: z
      .array(template)
      .check(z.minLength(1, says('request.malformed')), z.maxLength(3, says('request.malformed'))),
    /** The same on every retry of one question. */
    idempotencyKey: z.string().check(z.regex(/^[!-~]{1,128}$/, says('request.malformed'))),
  }),
  output: mine,
});

/** 停止提醒 of one kind. */
export const stopNotices = contract({
  name: 'notice.stop',
  permission: 'anyone',
  input: z.strictObject({ template }),
  output: mine,
});
