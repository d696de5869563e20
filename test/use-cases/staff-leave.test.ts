import type { Org, ServiceWindow } from '@shared/domain/organization';
import { isBound, type StaffMember } from '@shared/domain/role';
import { addDays, dayOf } from '@shared/kernel/time';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { PERSONAS } from '../support/small-world';

const CLERK = 'clerk-tq02';
const LIAISON = 'liaison-tq-insurance';
const UNIT = 'tq-insurance';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await aLocalCloud();
});
afterEach(() => cloud.close());

const { taiqianClerk, taiqianUnitLiaison, taiqianSystemAdmin, taiqianSecurityAdmin } = PERSONAS;
const memberOf = (staffId: string) => cloud.cloud.database.get('staff', staffId) as StaffMember;
const unit = () => cloud.cloud.database.get('orgs', UNIT) as Org;
const admin = (action: string, input: object) => cloud.staff(taiqianSystemAdmin, action, input);
const leave = (staffId: string) => admin('staff.leave', { staffId });
const grant = (staffId: string, role: string) =>
  cloud.staff(taiqianSecurityAdmin, 'role.grant', { staffId, role, orgId: UNIT });

describe('离岗', () => {
  it('角色、绑定、岗位都结束；人员记录留着，评价仍写着他', async () => {
    await cloud.staff(taiqianClerk, 'shift.start', { windowId: 'tq02' });
    const rated = await cloud.citizen('somebody', 'rating.submit', aRating(cloud));
    expect(await leave(CLERK)).toMatchObject({ ok: true });

    expect(memberOf(CLERK)).toMatchObject({ name: '赵小晴', grants: [], invitation: null, leftAt: expect.any(Number) });
    expect(isBound(memberOf(CLERK))).toBe(false);
    expect((cloud.cloud.database.get('windows', 'tq02') as ServiceWindow).onDuty).toBeNull();
    expect(cloud.cloud.database.find('shifts', { staffId: CLERK })).toMatchObject([{ until: expect.any(Number) }]);
    expect(await cloud.staff(taiqianClerk, 'staff.me')).toMatchObject({ value: { staff: null } });
    expect(await cloud.staff(taiqianClerk, 'shift.show')).toMatchObject({ code: 'request.forbidden' });
    const file = cloud.cloud.database.get('ratings', rated.value.ratingId);
    expect(file).toMatchObject({ subject: { staffId: CLERK, names: { staff: '赵小晴' } } });
    const { items } = (await admin('staff.list', { orgId: UNIT })).value;
    expect(items).toContainEqual(expect.objectContaining({ staffId: CLERK, leftOn: dayOf(Date.now()), roles: [] }));
  });

  it('再办一次不出错；不能再邀请、授权、接手、代理', async () => {
    await leave(CLERK);
    expect(await leave(CLERK)).toMatchObject({ ok: true });
    const handOver = { orgId: UNIT, from: LIAISON, to: CLERK };
    const days = { from: dayOf(Date.now()), until: addDays(dayOf(Date.now()), 1) };
    for (const refused of [
      await admin('staff.invite', { staffId: CLERK }),
      await grant(CLERK, 'clerk'),
      await admin('liaison.handOver', handOver),
      await cloud.staff(taiqianUnitLiaison, 'liaison.deputize', { orgId: UNIT, staffId: CLERK, ...days }),
    ]) {
      expect(refused).toMatchObject({ code: 'staff.left' });
    }
    expect(unit().liaisonIds).toEqual([LIAISON]);
  });

  it('邀请码已经发出的，码作废', async () => {
    await admin('staff.unbind', { staffId: CLERK });
    const { code } = (await admin('staff.invite', { staffId: CLERK })).value;
    await leave(CLERK);
    expect(await cloud.staff('new-phone', 'staff.bind', { code })).toMatchObject({ code: 'staff.invitationInvalid' });
  });

  it('单位唯一的责任人员：先交接，什么都不变', async () => {
    expect(await leave(LIAISON)).toMatchObject({ code: 'staff.handOverFirst' });
    expect(memberOf(LIAISON).leftAt).toBeUndefined();
    expect(await cloud.staff(taiqianUnitLiaison, 'ticket.list')).toMatchObject({ ok: true });

    await grant(CLERK, 'liaison');
    expect(await leave(LIAISON)).toMatchObject({ ok: true });
    expect(unit().liaisonIds).toEqual([CLERK]);
  });

  it('两位责任人员同时离岗：走一位，留一位', async () => {
    await grant(CLERK, 'liaison');
    const answers = await Promise.all([leave(LIAISON), leave(CLERK)]);
    expect(answers.map(({ ok, code }) => (ok ? 'ok' : code)).sort()).toEqual(['ok', 'staff.handOverFirst']);
    expect(unit().liaisonIds).toHaveLength(1);
  });

  it('正在代理的，代理到此为止', async () => {
    const days = { from: dayOf(Date.now()), until: addDays(dayOf(Date.now()), 3) };
    await cloud.staff(taiqianUnitLiaison, 'liaison.deputize', { orgId: UNIT, staffId: CLERK, ...days });
    await leave(CLERK);
    expect(unit().deputies?.[CLERK]?.until).toBeLessThanOrEqual(Date.now());
  });

  it('不能给自己办；别的辖区的人，等于没有', async () => {
    expect(await leave('systemAdmin-tq-bureau')).toMatchObject({ code: 'staff.ownLeave' });
    expect(await leave('clerk-cz01')).toMatchObject({ code: 'staff.unknown' });
  });
});
