import { orgsWhere, PERMISSIONS, ROLES, type RoleGrant } from '@shared/domain/role';
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
