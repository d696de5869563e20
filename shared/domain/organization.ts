import type { Instant } from '../kernel/time';

/** 层级 of CZ-2: 市、县（区）、镇（街）、村（社区）. */
export const ORG_LEVELS = ['city', 'county', 'town', 'village'] as const;
export type OrgLevel = (typeof ORG_LEVELS)[number];

/**
 * `government` 人民政府、街道、村（居）委会 · `zone` 功能区管委会 · `bureau` 政务服务数据管理局 · `agency` 实施单位 (党群序列 too)
 * · `enterprise` 公共服务企业 · `center` 政务服务中心、便民服务中心、便民服务站
 */
export type OrgKind = 'government' | 'zone' | 'bureau' | 'agency' | 'enterprise' | 'center';

/** The jurisdictions whose regulations we carry. */
export type PlaceId = string;

/** One node of the organization tree. Region codes are statistical (统计用区划代码); zones may have none of their own. */
export type Org = {
  readonly _id: string;
  readonly name: string;
  readonly kind: OrgKind;
  readonly level: OrgLevel;
  readonly place: PlaceId;
  readonly regionCode: string;
  /** 条线: what it is the same in at every level, such as police or market; none for governments, bureaus and centers. */
  readonly line?: string;
  readonly parentId: string | null;
  /** From the top down to itself: governments or zone, the bureau that acts for them, the unit. */
  readonly orgPath: readonly string[];
  /** 责任人员 (TQ-10, TQ-11): the staff who answer for its tickets; none when the post is vacant. */
  readonly liaisonIds: readonly string[];
  /** 请假: until when somebody who answers for it is away, by staff id. */
  readonly awayUntil?: Readonly<Record<string, Instant>>;
  /** 代理人 by staff id: from when until when he answers for it in a 责任人员's place. */
  readonly deputies?: Readonly<Record<string, Deputyship>>;
};

/** From the first moment until before the second. */
export type Period = { readonly from: Instant; readonly until: Instant };
/** A deputy's days, and the 责任人员 who chose him. */
export type Deputyship = Period & { readonly namedBy?: string };

/** Who answers for this org at that moment: its 责任人员 and deputies, without those who are away. */
export const answeringAt = ({ liaisonIds, awayUntil = {}, deputies = {} }: Org, now: Instant): readonly string[] => {
  const current = Object.entries(deputies).filter(([, { from, until }]) => from <= now && now < until);
  const named = new Set([...liaisonIds, ...current.map(([id]) => id)]);
  return [...named].filter((id) => (awayUntil[id] ?? 0) <= now);
};

/** Somebody who answers for it only because the one who was rated chose him. */
export const isChosenByRated = ({ liaisonIds, deputies }: Org, id: string, ratedStaffId: string | null): boolean =>
  ratedStaffId !== null && !liaisonIds.includes(id) && deputies?.[id]?.namedBy === ratedStaffId;

/** Whether anybody answers for it who neither was rated nor was chosen by the one who was. */
export const isAnswered = (org: Org, ratedStaffId: string | null, now: Instant): boolean =>
  answeringAt(org, now).some((id) => id !== ratedStaffId && !isChosenByRated(org, id, ratedStaffId));

/** 服务窗口 */
export type ServiceWindow = {
  readonly _id: string;
  /** Such as 3号窗口 or 社会保障窗口. */
  readonly name: string;
  readonly centerId: string;
  /** The unit that serves at this window. */
  readonly orgId: string;
  /** All orgs that the window belongs to, from the top down: governments or zone, bureau, center, unit. */
  readonly orgPath: readonly string[];
  readonly itemCodes: readonly string[];
  /** Who serves there now. Without `shiftId` he stands there as the directory was imported, until somebody changes it. */
  readonly onDuty: {
    readonly staffId: string;
    readonly name: string;
    readonly workNo: string;
    readonly shiftId?: string;
  } | null;
  /** The serial of the code that hangs there; an older one is revoked. `revoked` takes the current one down too. */
  readonly code: { readonly serial: number; readonly revoked: boolean };
};

/** 事项 */
export type ServiceItem = { readonly _id: string; readonly name: string; readonly orgId: string };

/** 辖区: a role that is held at an org reaches it and all that hangs below it; a bureau's, all that its government's does. */
export const reaches = (orgId: string, { orgPath }: Pick<Org, 'orgPath'>): boolean => orgPath.includes(orgId);
