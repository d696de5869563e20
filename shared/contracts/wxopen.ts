import * as z from 'zod/mini';
import { MOST_NEXT_CHARACTERS, TEMPLATES } from '../domain/notification';
import { contract } from './contract';
import { says } from './fields';

/** 文本内容安全: asked by our own functions only. `unchecked` never comes from WeChat; it means that WeChat did not answer. */
export const checkText = contract({
  name: 'text.check',
  permission: 'system',
  input: z.strictObject({ text: z.string().check(z.minLength(1), z.maxLength(2500)) }),
  output: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }),
});

/** 手机号: asked by our own functions only. What keeps a code from its number is an answer too, so that it reaches the person. */
export const readPhone = contract({
  name: 'phone.read',
  permission: 'system',
  input: z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(256)) }),
  output: z.discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('match'), phone: z.string() }),
    z.object({ verdict: z.literal('mismatch') }),
    z.object({
      verdict: z.literal('refused'),
      why: z.enum(['name', 'idNumber', 'phone', 'code', 'cancelled', 'device']),
    }),
    z.object({ verdict: z.literal('undetermined'), why: z.enum(['down', 'limited', 'noRecord', 'unsupported']) }),
  ]),
});

const word = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** 订阅消息: sent for our own timer only. */
export const sendSubscription = contract({
  name: 'subscription.send',
  permission: 'system',
  input: z.strictObject({
    openid: word(64),
    template: z.enum(TEMPLATES),
    words: z.strictObject({ ticketNo: word(32), state: word(5), on: word(20), next: word(MOST_NEXT_CHARACTERS) }),
  }),
  output: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('sent') }),
    z.object({ outcome: z.enum(['usedUp', 'refused', 'later']), code: z.string() }),
  ]),
});

/** 小程序码 of one window of the caller's jurisdiction, PNG in base64, and the link that carries the same token. */
export const makeWindowCode = contract({
  name: 'code.image',
  permission: 'window.manage',
  input: z.strictObject({
    windowId: z.string().check(z.regex(/^[0-9a-z]{1,10}$/, says('window.unknown'))),
  }),
  audits: ({ windowId }) => ({ about: windowId }),
  output: z.object({ scene: z.string(), link: z.string(), png: z.string() }),
});
