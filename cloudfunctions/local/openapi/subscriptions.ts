import { isPlainObject, type PlainObject } from '../protocol/plain';

/** Who has agreed to how many messages of which template, as WeChat counts them. */
export type Subscriptions = {
  /** The person taps 允许 in WeChat's own question. */
  accept(openid: string, templateIds: readonly string[]): void;
  /** `subscribeMessage.send` */
  send(input: PlainObject): PlainObject;
  /** The next message gets this `errcode`, whatever it is. */
  failNext(errcode: number): void;
};

const FIELD = /^(thing|character_string|phrase|date|time)\d{1,2}$/;
const MOST_CHARACTERS: Readonly<Record<string, number>> = { thing: 20, character_string: 32, phrase: 5 };

const fits = ([name, field]: [string, unknown]): boolean => {
  const [, kind = ''] = FIELD.exec(name) ?? [];
  const value = isPlainObject(field) ? field.value : undefined;
  return kind !== '' && typeof value === 'string' && value !== '' && [...value].length <= (MOST_CHARACTERS[kind] ?? 40);
};

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html */
export const subscriptionStandIn = (): Subscriptions => {
  const left = new Map<string, number>();
  const failures: number[] = [];
  const keyOf = (openid: unknown, templateId: unknown) => `${String(openid)} ${String(templateId)}`;
  return {
    accept: (openid, templateIds) => {
      for (const id of templateIds) left.set(keyOf(openid, id), (left.get(keyOf(openid, id)) ?? 0) + 1);
    },
    failNext: (errcode) => void failures.push(errcode),
    send: ({ touser, templateId, data }) => {
      const failure = failures.shift();
      if (failure !== undefined) return { errcode: failure, errmsg: 'forced' };
      if (typeof touser !== 'string' || touser === '') return { errcode: 40003, errmsg: 'invalid openid' };
      if (typeof templateId !== 'string' || templateId === '') return { errcode: 40037, errmsg: 'invalid template_id' };
      const fields = isPlainObject(data) ? Object.entries(data) : [];
      if (fields.length === 0 || !fields.every(fits)) return { errcode: 47003, errmsg: 'argument invalid! data' };
      const count = left.get(keyOf(touser, templateId)) ?? 0;
      if (count === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
      left.set(keyOf(touser, templateId), count - 1);
      return { errcode: 0, errmsg: 'ok', msgid: Date.now() };
    },
  };
};
