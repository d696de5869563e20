import * as z from 'zod/mini';
import { NOTICES } from '../domain/identity';
import { contract } from './contract';
import { day, instant, proofLevel, proofMethod, says } from './fields';

const text = (code: Parameters<typeof says>[0]) =>
  z.string().check(z.minLength(1, says(code)), z.maxLength(100, says(code)));
const version = z
  .string()
  .check(z.minLength(1, says('identity.consentMissing')), z.maxLength(20, says('identity.noticeOutdated')));
const notice = z.enum(NOTICES, says('request.malformed'));
/** What a person has done with his own data stands in the 审计日志, under his blind reference. */
const audited = { audits: () => ({ about: '' }) };

/**
 * What came of a try: proven; or no verifier could say, so that the rating will be taken with the weaker level and marked.
 * A person's own slip is a refusal.
 */
const proven = z.object({ outcome: z.enum(['proven', 'undetermined']), level: proofLevel });

/** 我的实名信息: masked, with the ways that are open and what was agreed to. */
export const showMine = contract({
  name: 'identity.mine',
  permission: 'anyone',
  input: z.strictObject({}),
  output: z.object({
    level: proofLevel,
    /** A verifier could not say today: a rating is taken all the same. */
    undeterminedToday: z.boolean(),
    /** The ways that are switched on, the easiest first. */
    methods: z.array(proofMethod),
    proofs: z.array(z.object({ method: proofMethod, level: proofLevel, on: day })),
    name: z.nullable(z.string()),
    idNumber: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    company: z.nullable(z.object({ name: z.string(), code: z.string() })),
    isGuardian: z.boolean(),
    consents: z.array(z.object({ notice, version: z.string(), givenAt: instant, withdrawnAt: z.nullable(instant) })),
    /** Until when the above is kept if he rates no more; null when there is nothing. */
    keptUntil: z.nullable(day),
  }),
});

/** 手机号: the one-use code of WeChat's button (getPhoneNumber). */
export const provePhone = contract({
  name: 'identity.provePhone',
  permission: 'anyone',
  input: z.strictObject({ code: text('identity.phoneCodeInvalid'), consent: version }),
  output: proven,
  ...audited,
});

const person = { name: text('identity.nameInvalid'), idNumber: text('idNumber.malformed'), consent: version };

/** 姓名和身份证号, with the phone as the third factor when it is proven; for a company its name and code too. */
export const proveNumber = contract({
  name: 'identity.proveNumber',
  permission: 'anyone',
  input: z.strictObject({
    ...person,
    /** The version of the guardian's notice, when a guardian rates for a child. */
    guardianConsent: z.optional(version),
    company: z.optional(
      z.strictObject({ name: text('identity.companyNameInvalid'), code: text('companyCode.malformed') }),
    ),
  }),
  output: proven,
  ...audited,
});

/** 人脸: begins a scan of this person; `verifyId` goes to wx.requestFacialVerify. */
export const startFace = contract({
  name: 'identity.startFace',
  permission: 'anyone',
  input: z.strictObject({ ...person, faceConsent: version }),
  output: z.object({ verifyId: z.nullable(z.string()), outcome: z.enum(['started', 'undetermined']) }),
  ...audited,
});

/** 人脸: asks what came of the scan that was begun. */
export const finishFace = contract({
  name: 'identity.finishFace',
  permission: 'anyone',
  input: z.strictObject({}),
  output: proven,
  ...audited,
});

/** 省统一身份认证: the address to go to. */
export const startProvince = contract({
  name: 'identity.startProvince',
  permission: 'anyone',
  input: z.strictObject({ consent: version }),
  output: z.object({ link: z.string() }),
});

/** 省统一身份认证: what its address brought back. */
export const finishProvince = contract({
  name: 'identity.finishProvince',
  permission: 'anyone',
  input: z.strictObject({
    code: z.string().check(z.minLength(1, says('identity.expired')), z.maxLength(2000, says('identity.expired'))),
    state: z.string().check(z.minLength(1, says('identity.expired')), z.maxLength(400, says('identity.expired'))),
    consent: version,
  }),
  output: proven,
  ...audited,
});

/** 撤回同意: what was kept under it is erased at once. */
export const withdrawConsent = contract({
  name: 'consent.withdraw',
  permission: 'anyone',
  input: z.strictObject({ notice }),
  output: z.object({ level: proofLevel }),
  ...audited,
});

/** 查阅复制: everything that is kept of this person, as one text he can take with him. */
export const exportMine = contract({
  name: 'data.export',
  permission: 'anyone',
  input: z.strictObject({}),
  output: z.object({ json: z.string() }),
  ...audited,
});

/** 删除: the person is erased, the figures stay. */
export const eraseMine = contract({
  name: 'data.erase',
  permission: 'anyone',
  input: z.strictObject({}),
  output: z.object({ ratings: z.int() }),
  ...audited,
});

/** 谁看过我的评价: by unit, post and day, with the purpose. */
export const listReaders = contract({
  name: 'rating.readers',
  permission: 'anyone',
  input: z.strictObject({ ratingId: z.string().check(z.minLength(1), z.maxLength(80)) }),
  output: z.object({
    items: z.array(
      z.object({ on: day, unit: z.string(), role: z.string(), what: z.string(), purpose: z.nullable(z.string()) }),
    ),
  }),
});
