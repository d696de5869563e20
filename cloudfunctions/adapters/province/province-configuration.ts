import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
/** A path of names in the answer, such as `data.user.name`. */
const fieldPath = z.string().check(z.regex(/^\w+(\.\w+){0,4}$/));

/** 省统一身份认证, as the province's connection guide gives it. */
export const provinceConfiguration = z.strictObject({
  authorizeUrl: text,
  tokenUrl: text,
  userInfoUrl: text,
  clientId: text,
  clientSecret: text,
  redirectUri: text,
  scope: z.optional(text),
  /** How the client proves who it is at the token endpoint (RFC 6749, 2.3.1); `basic` when absent. */
  clientAuthentication: z.optional(z.enum(['basic', 'body'])),
  fields: z.strictObject({ name: fieldPath, idNumber: fieldPath }),
  /** Only accounts of these levels count; every account when absent. */
  level: z.optional(z.strictObject({ field: fieldPath, accepted: z.array(text).check(z.minLength(1)) })),
});

export type Province = z.infer<typeof provinceConfiguration>;
