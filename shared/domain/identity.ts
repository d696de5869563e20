/**
 * 实名程度, weakest first: a WeChat account, a phone number under his control, the applicant of the rated case, a name and ID
 * number that belong together, the same with his own phone, a live face or the province's own identification.
 */
export const PROOF_LEVELS = ['account', 'phone', 'caseMatch', 'twoFactor', 'threeFactor', 'strong'] as const;
export type ProofLevel = (typeof PROOF_LEVELS)[number];

/** 实名方式 that a person can choose; a case match needs no choice, it comes with the rated service. */
export const PROOF_METHODS = ['wechatPhone', 'idNumber', 'province', 'face'] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];
