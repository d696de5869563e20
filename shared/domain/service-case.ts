import type { Instant } from '../kernel/time';

/** 一次服务 of a case: the thing that can be rated once (一事一评). */
export type Service = {
  /** Names the service everywhere: `caseNo#serviceNo`; it is the `_id` of its rating. */
  readonly key: string;
  readonly serviceNo: number;
  /** 咨询、受理、补正、办结… */
  readonly name: string;
  readonly windowId: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly at: Instant;
};

/** 办件. Knows its applicants only by blind reference, never by name or number. */
export type ServiceCase = {
  /** 办件编号 */
  readonly _id: string;
  readonly itemCode: string;
  readonly orgId: string;
  /** Blind references of who applied: WeChat accounts, reserved phones, ID numbers. */
  readonly applicantRefs: readonly string[];
  /** Blind index of the 查询码 on the receipt slip, null when none was printed. */
  readonly receiptCodeIndex: string | null;
  /** From when the services of the case may be rated. */
  readonly ratableFrom: Instant;
  readonly finishedAt: Instant;
  /** Whoever adds a service sets `figuresAt` too; none is moved to another window or day. */
  readonly services: readonly Service[];
  /** From when the figures lack it: not before its services may be rated. Null when they have them all. */
  readonly figuresAt: Instant | null;
};

/** What the blind index of a receipt's 查询码 is made of: the code belongs to that case alone, however it is typed. */
export const receiptCodeText = (caseNo: string, typed: string): string =>
  `${caseNo}:${typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()}`;

export const serviceKeyOf = (caseNo: string, serviceNo: number): string => `${caseNo}#${serviceNo}`;

export const caseNoOf = (serviceKey: string): string => serviceKey.slice(0, serviceKey.lastIndexOf('#'));
