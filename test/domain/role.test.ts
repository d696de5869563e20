import {
  ADMINISTRATOR_ROLES,
  asOf,
  BUSINESS_ROLES,
  conflict,
  DISCIPLINE_ROLES,
  isHeldAt,
  orgsWhere,
  PERMISSIONS,
  ROLES,
  type Role,
  type RoleGrant,
} from '@shared/domain/role';
import fc from 'fast-check';

const anyGrant: fc.Arbitrary<RoleGrant> = fc.record({
  role: fc.constantFrom(...ROLES),
  orgId: fc.constantFrom('a', 'b', 'c'),
});
const anyPermission = fc.constantFrom(...new Set(ROLES.flatMap((role) => PERMISSIONS[role])));

it('a permission holds only at the orgs where a role that has it was granted', () => {
  fc.assert(
    fc.property(fc.array(anyGrant), anyPermission, (grants, permission) => {
      const held = orgsWhere({ grants }, permission);
      for (const grant of grants) expect(held.includes(grant)).toBe(PERMISSIONS[grant.role].includes(permission));
      for (const grant of held) expect(grants).toContain(grant);
    }),
  );
});

it('第十条、第十一条 差评工单由责任人员办，窗口人员看不到', () => {
  expect(PERMISSIONS.liaison).toContain('ticket.read');
  expect(PERMISSIONS.clerk).not.toContain('ticket.read');
});

it('nobody holds by a role what belongs to everyone or to the system', () => {
  for (const role of ROLES) {
    expect(PERMISSIONS[role]).not.toContain('anyone');
    expect(PERMISSIONS[role]).not.toContain('system');
  }
});

describe('三员分立', () => {
  const permissionsOf = (roles: readonly Role[]) => new Set(roles.flatMap((role) => PERMISSIONS[role]));

  it('an administrator has no permission of business, and business none of an administrator', () => {
    const business = permissionsOf(BUSINESS_ROLES);
    for (const permission of permissionsOf(ADMINISTRATOR_ROLES)) expect(business).not.toContain(permission);
  });

  it('all three find people; beyond that none of them can do what another can', () => {
    for (const role of ADMINISTRATOR_ROLES) expect(PERMISSIONS[role]).toContain('staff.read');
    const powers = ADMINISTRATOR_ROLES.map((role) => PERMISSIONS[role].filter((one) => one !== 'staff.read'));
    for (const power of powers) expect(power).not.toHaveLength(0);
    expect(new Set(powers.flat()).size).toBe(powers.flat().length);
  });

  it.each([...ADMINISTRATOR_ROLES, ...DISCIPLINE_ROLES])('who is %s holds no other role', (role) => {
    for (const other of ROLES) {
      expect(conflict(role, other)).toBe(role !== other);
      expect(conflict(other, role)).toBe(role !== other);
    }
  });

  it('监督人员和管理员只在局里，单位不监督自己', () => {
    const outside = (['agency', 'government', 'zone', 'enterprise', 'center'] as const).map((kind) =>
      ROLES.filter((role) => isHeldAt(role, kind)),
    );
    for (const roles of outside) expect(roles).toEqual(['clerk', 'liaison']);
    expect(ROLES.filter((role) => isHeldAt(role, 'bureau'))).toEqual(ROLES);
  });

  it('业务角色可以兼任', () => {
    for (const one of BUSINESS_ROLES) for (const other of BUSINESS_ROLES) expect(conflict(one, other)).toBe(false);
  });
});

describe('代理', () => {
  const deputy: RoleGrant = { role: 'liaison', orgId: 'a', from: 100, until: 200 };
  const clerk: RoleGrant = { role: 'clerk', orgId: 'a' };
  it.each([
    [99, [clerk]],
    [100, [clerk, deputy]],
    [199, [clerk, deputy]],
    [200, [clerk]],
  ])('at %d the grants that hold are %j', (now, held) => {
    expect(asOf({ grants: [clerk, deputy] }, now).grants).toEqual(held);
  });
});

it('第十九条、第十五条 接收线索的人只接收线索', () => {
  expect(PERMISSIONS.disciplineOfficer).toEqual(['clue.read']);
  for (const role of ROLES.filter((one) => one !== 'disciplineOfficer')) {
    expect(PERMISSIONS[role]).not.toContain('clue.read');
  }
});
