import type { Instant } from '../kernel/time';
import type { OrgKind } from './organization';

/** 业务角色. A citizen needs none: everybody may rate. */
export const BUSINESS_ROLES = ['clerk', 'liaison', 'supervisor'] as const;
/** 纪检监察联系人 of the 有关部门 (台前 第十九条, 潮州 第十五条): receives sealed clues and does nothing else. */
export const DISCIPLINE_ROLES = ['disciplineOfficer'] as const;
/** 三员分立 (GB/T 22239-2019): one makes the accounts, one gives the powers, one reads what both did. */
export const ADMINISTRATOR_ROLES = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
/** 角色 */
export const ROLES = [...BUSINESS_ROLES, ...DISCIPLINE_ROLES, ...ADMINISTRATOR_ROLES] as const;
export type Role = (typeof ROLES)[number];

/** What a contract may ask for; `anyone` is a citizen known by openid, `system` a timer or another function of ours. */
export type Permission =
  | 'anyone'
  | 'system'
  | 'ticket.read'
  | 'ticket.oversee'
  | 'identity.open'
  | 'identity.approve'
  | 'quarantine.decide'
  | 'report.read'
  | 'ratings.own'
  | 'appeal.own'
  | 'appeal.handle'
  | 'shift.own'
  | 'liaison.deputize'
  | 'clue.transfer'
  | 'clue.read'
  | 'staff.read'
  | 'staff.manage'
  | 'window.manage'
  | 'role.manage'
  | 'audit.read'
  | 'figures.rebuild';

/** 角色 → 权限. No permission of an administrator is one of business; all three find people, each has one power over them. */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: ['ratings.own', 'appeal.own', 'shift.own'],
  // A 责任人员 of a small unit stands at its window too; whoever was rated there may appeal.
  liaison: ['ticket.read', 'identity.open', 'liaison.deputize', 'shift.own', 'appeal.own', 'appeal.handle'],
  supervisor: [
    ...(['ticket.read', 'ticket.oversee', 'identity.open', 'identity.approve'] as const),
    ...(['quarantine.decide', 'report.read', 'clue.transfer'] as const),
    ...(['appeal.own', 'appeal.handle'] as const),
  ],
  disciplineOfficer: ['clue.read'],
  systemAdmin: ['staff.read', 'staff.manage', 'window.manage', 'figures.rebuild'],
  securityAdmin: ['staff.read', 'role.manage'],
  auditAdmin: ['staff.read', 'audit.read'],
};

/** A role is held at one org and reaches the orgs below it: a liaison answers for that unit, a supervisor for that bureau. */
export type RoleGrant = {
  readonly role: Role;
  readonly orgId: string;
  /** A deputy's: holds from this moment, and ends by itself. */
  readonly from?: Instant;
  readonly until?: Instant | null;
};

/** 工作人员 */
export type StaffMember = {
  readonly _id: string;
  readonly name: string;
  readonly workNo: string;
  readonly orgId: string;
  /** Blind reference of the WeChat account that is bound to this person, or `noAccount`. Nobody else has the same. */
  readonly accountRef: string;
  /** 邀请码, known by its blind index alone; whoever types it before that moment becomes this person. */
  readonly invitation: { readonly index: string; readonly until: Instant } | null;
  readonly grants: readonly RoleGrant[];
  /** 离岗: when he left for good; the record stays, for ratings name it. */
  readonly leftAt?: Instant;
  /** Counts up with every change. */
  readonly rev: number;
};

export const hasLeft = ({ leftAt }: Pick<StaffMember, 'leftAt'>): boolean => leftAt !== undefined;

export const hasEnded = ({ until = null }: RoleGrant, now: Instant): boolean => until !== null && until <= now;

/** With the grants that hold now: what a deputy was given counts nowhere before its time and after it. */
export const asOf = <T extends Pick<StaffMember, 'grants'>>(member: T, now: Instant): T => ({
  ...member,
  grants: member.grants.filter((grant) => (grant.from ?? now) <= now && !hasEnded(grant, now)),
});

/** Stands for the account of somebody who is not bound: a unique index holds only one null. */
export const noAccount = (staffId: string): string => `none:${staffId}`;

export const isBound = ({ _id, accountRef }: Pick<StaffMember, '_id' | 'accountRef'>): boolean =>
  accountRef !== noAccount(_id);

/** The orgs at which this person holds a role with that permission. */
export const orgsWhere = (staff: Pick<StaffMember, 'grants'>, permission: Permission): readonly RoleGrant[] =>
  staff.grants.filter((grant) => PERMISSIONS[grant.role].includes(permission));

const isAdministrator = (role: Role): boolean => (ADMINISTRATOR_ROLES as readonly Role[]).includes(role);

/** Who administers, or receives clues, has no part in the business. */
const standsAlone = (role: Role): boolean =>
  isAdministrator(role) || (DISCIPLINE_ROLES as readonly Role[]).includes(role);

/** 不相容: who holds one of the three administrator roles, or receives clues, holds no other role, wherever it is held. */
export const conflict = (one: Role, other: Role): boolean => one !== other && (standsAlone(one) || standsAlone(other));

/** Who supervises, administers or receives clues is there for the bureau: no unit supervises itself. */
export const isHeldAt = (role: Role, kind: OrgKind): boolean =>
  kind === 'bureau' || !(role === 'supervisor' || standsAlone(role));
