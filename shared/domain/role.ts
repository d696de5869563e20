/** 角色. A citizen needs none: everybody may rate. */
export const ROLES = ['clerk', 'liaison', 'supervisor'] as const;
export type Role = (typeof ROLES)[number];

/** What a contract may ask for; `anyone` is a citizen known by openid, `system` a timer or another function of ours. */
export type Permission = 'anyone' | 'system' | 'ticket.read' | 'code.make';

/** 角色 → 权限 */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  clerk: [],
  liaison: ['ticket.read'],
  supervisor: ['ticket.read', 'code.make'],
};

/** A role is held at one org: a liaison answers for that unit, a supervisor for that bureau's jurisdiction. */
export type RoleGrant = { readonly role: Role; readonly orgId: string };

/** 工作人员 */
export type StaffMember = {
  readonly _id: string;
  readonly name: string;
  readonly workNo: string;
  readonly orgId: string;
  /** Blind reference of the WeChat account that is bound to this person. */
  readonly accountRef: string | null;
  readonly grants: readonly RoleGrant[];
};

/** The orgs at which this person holds a role with that permission. */
export const orgsWhere = (staff: Pick<StaffMember, 'grants'>, permission: Permission): readonly RoleGrant[] =>
  staff.grants.filter((grant) => PERMISSIONS[grant.role].includes(permission));
