import type * as administration from '@shared/contracts/administration';
import { isBound, orgsWhere, PERMISSIONS, ROLES, type Role, type StaffMember } from '@shared/domain/role';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { PERSONAS } from '../support/small-world';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const P = PERSONAS;
const memberOf = (staffId: string) => cloud.cloud.database.get('staff', staffId) as StaffMember;
const rolesOf = (staffId: string) => memberOf(staffId).grants.map(({ role, orgId }) => `${role}@${orgId}`);
const liaisonsOf = (orgId: string) => (cloud.cloud.database.get('orgs', orgId) as { liaisonIds: string[] }).liaisonIds;
const invite = (staffId: string, by: string = P.taiqianSystemAdmin) => cloud.staff(by, 'staff.invite', { staffId });
const bind = (openid: string, code: string) => cloud.staff(openid, 'staff.bind', { code });
const unbind = (staffId: string, by: string = P.taiqianSystemAdmin) => cloud.staff(by, 'staff.unbind', { staffId });
/** For those who hold an account from the start. */
const inviteAnew = async (staffId: string): Promise<string> => {
  await unbind(staffId);
  return (await invite(staffId)).value.code;
};
const grant = (staffId: string, role: Role, orgId: string, by: string = P.taiqianSecurityAdmin) =>
  cloud.staff(by, 'role.grant', { staffId, role, orgId });
const revoke = (staffId: string, role: Role, orgId: string, by: string = P.taiqianSecurityAdmin) =>
  cloud.staff(by, 'role.revoke', { staffId, role, orgId });
const handOver = (orgId: string, from: string, to: string | null, by: string = P.taiqianSystemAdmin) =>
  cloud.staff(by, 'liaison.handOver', { orgId, from, to });
const changeSign = (action: string, windowId: string, serial: number, by: string = P.taiqianSystemAdmin) =>
  cloud.staff(by, `window.${action}`, { windowId, serial });
const codes = (answers: readonly Answer[]) => answers.map(({ ok, code }) => (ok ? 'ok' : code)).sort();

describe('角色 × 操作', () => {
  const holders: Readonly<Record<Role, string>> = {
    clerk: P.taiqianClerk,
    liaison: P.taiqianUnitLiaison,
    supervisor: P.taiqianSupervisor,
    disciplineOfficer: P.taiqianDisciplineOfficer,
    systemAdmin: P.taiqianSystemAdmin,
    securityAdmin: P.taiqianSecurityAdmin,
    auditAdmin: P.taiqianAuditAdmin,
  };
  // Nothing is changed by these: each names what is not there, so that the permitted one reads so.
  const nobody = { staffId: 'nobody' };
  const nowhere = { windowId: 'nowhere', serial: 1 };
  const inputs = {
    listStaff: {},
    inviteStaff: nobody,
    unbindAccount: nobody,
    leaveStaff: nobody,
    handOverLiaison: { orgId: 'nowhere', from: 'nobody', to: null },
    grantRole: { ...nobody, role: 'clerk', orgId: 'tq-market' },
    revokeRole: { ...nobody, role: 'clerk', orgId: 'tq-market' },
    listWindows: {},
    replaceCode: nowhere,
    revokeCode: nowhere,
    restoreCode: nowhere,
  } as const satisfies Partial<Record<keyof typeof administration, object>>;
  const contracts = jest.requireActual<typeof administration>('@shared/contracts/administration');
  const cells = Object.entries(inputs).flatMap(([name, input]) => {
    const contract = contracts[name as keyof typeof inputs];
    return ROLES.map((role) => ({ role, action: contract.name, permission: contract.permission, input }));
  });

  it('every action of administration has a row, but binding oneself, which is for everybody', () => {
    expect(Object.keys(contracts).sort()).toEqual([...Object.keys(inputs), 'bindAccount'].sort());
    expect(contracts.bindAccount.permission).toBe('anyone');
  });

  it.each(cells)('$role · $action', async ({ role, action, permission, input }) => {
    const { code } = await cloud.staff(holders[role], action, input);
    const may = PERMISSIONS[role].includes(permission);
    expect(code === 'request.forbidden').toBe(!may);
  });

  it.each([...new Set(cells.map(({ action }) => action))])('群众 · %s：没有权限', async (action) => {
    const input = cells.find((cell) => cell.action === action)?.input;
    expect(await cloud.staff('a-citizen', action, input)).toMatchObject({ code: 'request.forbidden' });
  });
});

describe('人员列表', () => {
  it('从自己的局起，一级一级往下；看得到绑定没有，看不到账号', async () => {
    const top = await cloud.staff(P.taiqianSystemAdmin, 'staff.list');
    expect(top.value.org).toEqual({ id: 'tq-bureau', name: '台前县政务服务数据管理局' });
    expect(top.value.below.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['tq-center', 'tq-police', 'tq100-gov']),
    );
    const unit = await cloud.staff(P.taiqianSystemAdmin, 'staff.list', { orgId: 'tq-insurance' });
    expect(unit.value.items).toEqual([
      expect.objectContaining({ staffId: 'clerk-tq02', isBound: true, invitedUntil: null }),
      expect.objectContaining({
        staffId: 'liaison-tq-insurance',
        roles: [{ role: 'liaison', orgId: 'tq-insurance', org: '台前县人力资源和社会保障局' }],
      }),
    ]);
    const { accountRef } = memberOf('clerk-tq02');
    expect(JSON.stringify([top, unit])).not.toContain(accountRef);
    const town = await cloud.staff(P.taiqianSecurityAdmin, 'staff.list', { orgId: 'tq100-gov' });
    expect(town.value.below.map(({ id }: { id: string }) => id)).toContain('tq100201-gov');
  });

  it('市里看得到县区，县区看不到市里和别的县', async () => {
    const list = (openid: string, orgId: string) => cloud.staff(openid, 'staff.list', { orgId });
    expect(await list(P.chaozhouSystemAdmin, 'xq-insurance')).toMatchObject({ ok: true });
    for (const orgId of ['cz-market', 'tq-market', 'fq-market', 'nowhere', 'cz-gov']) {
      expect(await list(P.xiangqiaoSystemAdmin, orgId)).toMatchObject({ code: 'org.unknown' });
    }
  });
});

describe('别的辖区的人，等于没有', () => {
  it.each([
    ['邀请', () => invite('clerk-cz01')],
    ['解除绑定', () => unbind('clerk-cz01')],
    ['授权', () => grant('clerk-cz01', 'liaison', 'tq-market')],
    ['收回', () => revoke('clerk-cz01', 'clerk', 'tq-market')],
    ['交接给他', () => handOver('tq-insurance', 'liaison-tq-insurance', 'clerk-cz01')],
    ['从他交接', () => handOver('tq-insurance', 'liaison-cz-market', null)],
    ['下级的邀请上级', () => invite('clerk-cz01', P.xiangqiaoSystemAdmin)],
  ])('%s', async (_what, act) => {
    expect(await act()).toMatchObject({ ok: false, code: 'staff.unknown' });
  });

  it('也不能在别的辖区的单位授权、交接，不能动别处的窗口码', async () => {
    expect(await grant('clerk-tq01', 'liaison', 'cz-market')).toMatchObject({ code: 'org.unknown' });
    expect(await revoke('liaison-tq-insurance', 'liaison', 'cz-market')).toMatchObject({ code: 'org.unknown' });
    expect(await handOver('cz-market', 'liaison-cz-market', null)).toMatchObject({ code: 'org.unknown' });
    expect(await changeSign('replaceCode', 'cz01', 1)).toMatchObject({ code: 'window.unknown' });
    expect(liaisonsOf('cz-market')).toEqual(['liaison-cz-market']);
  });
});

describe('邀请和绑定', () => {
  it('邀请码 8 位、24 小时，只留盲索引；本人输入后就是那位工作人员', async () => {
    const invited = await invite('clerk-tq01');
    expect(invited.value.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(invited.value.until - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    expect(invited.value.until - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
    expect(JSON.stringify(cloud.cloud.database.find('staff', {}))).not.toContain(invited.value.code);
    expect(await cloud.staff('new-phone-1', 'staff.me')).toMatchObject({ value: { staff: null } });
    expect(await bind('new-phone-1', invited.value.code)).toMatchObject({ ok: true });
    expect(await cloud.staff('new-phone-1', 'staff.me')).toMatchObject({ value: { staff: { grants: [{}] } } });
  });

  it('小写、空格、把 0 写成 O 都认得', async () => {
    const { value } = await invite('clerk-tq04');
    const typed = ` ${value.code.slice(0, 4)}-${value.code.slice(4)} `.toLowerCase().replace(/0/g, 'o');
    expect(await bind('new-phone-2', typed)).toMatchObject({ ok: true });
  });

  it('绑定的是哪一位，审计日志里写明：换绑别人的身份瞒不过去', async () => {
    const { taiqianSystemAdmin, taiqianAuditAdmin } = cloud.personas;
    await cloud.staff(taiqianSystemAdmin, 'staff.unbind', { staffId: 'supervisor-tq-bureau-2' });
    const { value } = await cloud.staff(taiqianSystemAdmin, 'staff.invite', { staffId: 'supervisor-tq-bureau-2' });
    await cloud.staff('second-phone', 'staff.bind', { code: value.code });
    const about = { about: 'supervisor-tq-bureau-2' };
    const { items } = (await cloud.staff(taiqianAuditAdmin, 'audit.list', about)).value;
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'staff.bind',
      'staff.invite',
      'staff.unbind',
    ]);
  });

  it('用过一次的码、被新码替换的码、过期的码都不行', async () => {
    const first = await invite('clerk-tq03');
    const second = await invite('clerk-tq03');
    expect(await bind('new-phone-3', first.value.code)).toMatchObject({ code: 'staff.invitationInvalid' });

    const member = memberOf('clerk-tq03');
    const { invitation } = member;
    await cloud.cloud.database.replace('staff', { ...member, invitation: { ...invitation, until: Date.now() - 1 } });
    expect(await bind('new-phone-3', second.value.code)).toMatchObject({ code: 'staff.invitationInvalid' });
    await cloud.cloud.database.replace('staff', member);

    expect(await bind('new-phone-3', second.value.code)).toMatchObject({ ok: true });
    expect(await bind('new-phone-4', second.value.code)).toMatchObject({ code: 'staff.invitationInvalid' });
  });

  it('两个人同时输入同一个码：只有一个成功', async () => {
    const code = await inviteAnew('clerk-tq10001');
    const answers = await Promise.all(['twin-1', 'twin-2', 'twin-3'].map((openid) => bind(openid, code)));
    expect(codes(answers)).toEqual(['ok', 'staff.invitationInvalid', 'staff.invitationInvalid']);
  });

  it('一个微信同时输入两个人的码：只成为其中一个', async () => {
    const both = await Promise.all(['clerk-tq20501', 'clerk-tq10020101'].map(inviteAnew));
    const answers = await Promise.all(both.map((code) => bind('greedy', code)));
    expect(codes(answers)).toEqual(['ok', 'staff.alreadyBound']);
    const bound = both.map((_, i) => memberOf(i === 0 ? 'clerk-tq20501' : 'clerk-tq10020101')).filter(isBound);
    expect(bound).toHaveLength(1);
  });

  it('已绑定的微信不能再绑，已绑定的人不能再邀请', async () => {
    expect(await bind(P.taiqianClerk, '00000000')).toMatchObject({ code: 'staff.alreadyBound' });
    expect(await invite('clerk-tq02')).toMatchObject({ code: 'staff.memberBound' });
  });

  it('一天猜十次为止，一起猜也一样；之后连对的码也要等明天', async () => {
    const guesses = Array.from({ length: 25 }, (_, i) => bind('guesser', `ABCDEF${String(i).padStart(2, '0')}`));
    const answers = codes(await Promise.all(guesses));
    expect(answers.filter((code) => code === 'staff.invitationInvalid')).toHaveLength(10);
    expect(answers.filter((code) => code === 'staff.tooManyTries')).toHaveLength(15);
    const code = await inviteAnew('liaison-tq-police');
    expect(await bind('guesser', code)).toMatchObject({ code: 'staff.tooManyTries' });
    expect(await bind('somebody-else', code)).toMatchObject({ ok: true });
  });

  it('解除绑定马上生效，邀请码一起作废；不能解除自己', async () => {
    await bind('lost-phone', await inviteAnew('liaison-tq-market'));
    expect(await cloud.staff('lost-phone', 'ticket.list')).toMatchObject({ ok: true });
    expect(await unbind('liaison-tq-market')).toMatchObject({ ok: true });
    expect(await cloud.staff('lost-phone', 'ticket.list')).toMatchObject({ code: 'request.forbidden' });
    const { value } = await invite('liaison-tq-market');
    await unbind('liaison-tq-market');
    expect(await bind('lost-phone', value.code)).toMatchObject({ code: 'staff.invitationInvalid' });
    expect(await unbind('systemAdmin-tq-bureau')).toMatchObject({ code: 'staff.ownBinding' });
  });
});

describe('授权', () => {
  it('授予后马上有权限，收回后马上没有', async () => {
    expect(await cloud.staff(P.taiqianClerk, 'ticket.list')).toMatchObject({ code: 'request.forbidden' });
    expect(await grant('clerk-tq02', 'liaison', 'tq-insurance')).toMatchObject({ ok: true });
    expect(await grant('clerk-tq02', 'liaison', 'tq-insurance')).toMatchObject({ ok: true });
    expect(rolesOf('clerk-tq02')).toEqual(['clerk@tq-insurance', 'liaison@tq-insurance']);
    expect(liaisonsOf('tq-insurance')).toEqual(['liaison-tq-insurance', 'clerk-tq02']);
    expect(await cloud.staff(P.taiqianClerk, 'ticket.list')).toMatchObject({ ok: true });
    expect(await revoke('clerk-tq02', 'liaison', 'tq-insurance')).toMatchObject({ ok: true });
    expect(liaisonsOf('tq-insurance')).toEqual(['liaison-tq-insurance']);
    expect(await cloud.staff(P.taiqianClerk, 'ticket.list')).toMatchObject({ code: 'request.forbidden' });
    expect(await revoke('clerk-tq02', 'liaison', 'tq-insurance')).toMatchObject({ code: 'role.unknown' });
  });

  it('一边授予一边收回责任人员：单位名单上的人和有权限的人总是一样', async () => {
    const input = { staffId: 'clerk-tq02', role: 'liaison', orgId: 'tq-insurance' };
    const { taiqianSecurityAdmin } = cloud.personas;
    for (let n = 0; n < 10; n++) {
      await cloud.staff(taiqianSecurityAdmin, 'role.grant', input);
      await Promise.all(['role.grant', 'role.revoke'].map((name) => cloud.staff(taiqianSecurityAdmin, name, input)));
      const { liaisonIds } = cloud.cloud.database.get('orgs', 'tq-insurance') as { liaisonIds: string[] };
      const { grants } = cloud.cloud.database.get('staff', 'clerk-tq02') as { grants: { role: string }[] };
      expect(liaisonIds.includes('clerk-tq02')).toBe(grants.some(({ role }) => role === 'liaison'));
    }
    await cloud.staff(taiqianSecurityAdmin, 'role.revoke', input);
  });

  it('不能给自己授权，也不能收回自己的', async () => {
    const own = 'securityAdmin-tq-bureau';
    expect(await grant(own, 'supervisor', 'tq-bureau')).toMatchObject({ code: 'role.ownGrant' });
    expect(await revoke(own, 'securityAdmin', 'tq-bureau')).toMatchObject({ code: 'role.ownGrant' });
    expect(rolesOf(own)).toEqual(['securityAdmin@tq-bureau']);
  });

  it.each([
    ['auditAdmin', 'systemAdmin-tq-bureau'],
    ['supervisor', 'systemAdmin-tq-bureau'],
    ['clerk', 'auditAdmin-tq-bureau'],
    ['systemAdmin', 'supervisor-tq-bureau'],
    ['securityAdmin', 'clerk-tq02'],
    ['auditAdmin', 'liaison-tq-police'],
  ] as const)('%s 不能授给 %s', async (role, staffId) => {
    const before = rolesOf(staffId);
    expect(await grant(staffId, role, 'tq-bureau')).toMatchObject({ code: 'role.conflict' });
    expect(rolesOf(staffId)).toEqual(before);
  });

  it.each(['supervisor', 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const)('%s 只能在局里授予', async (role) => {
    expect(await grant('clerk-tq01', role, 'tq-police')).toMatchObject({ code: 'role.onlyAtBureau' });
  });

  it('交接也不能让管理员成为责任人员', async () => {
    expect(await handOver('tq-insurance', 'liaison-tq-insurance', 'auditAdmin-tq-bureau')).toMatchObject({
      code: 'role.conflict',
    });
    expect(liaisonsOf('tq-insurance')).toEqual(['liaison-tq-insurance']);
  });

  it('同时授予两个不相容的角色：只成一个；同时授予相容的：一个不丢', async () => {
    await revoke('clerk-tq03', 'clerk', 'tq-land');
    const rivals = await Promise.all(
      (['systemAdmin', 'auditAdmin', 'securityAdmin'] as const).map((role) => grant('clerk-tq03', role, 'tq-bureau')),
    );
    expect(codes(rivals)).toEqual(['ok', 'role.conflict', 'role.conflict']);
    expect(rolesOf('clerk-tq03')).toHaveLength(1);

    const friends = ['tq-police', 'tq-market', 'tq-insurance'];
    await Promise.all(friends.map((orgId) => grant('clerk-tq01', 'liaison', orgId)));
    expect(
      orgsWhere(memberOf('clerk-tq01'), 'ticket.read')
        .map(({ orgId }) => orgId)
        .sort(),
    ).toEqual(friends.sort());
    await Promise.all(friends.map((orgId) => revoke('clerk-tq01', 'liaison', orgId)));
    expect(rolesOf('clerk-tq01')).toEqual(['clerk@tq-police']);
  });
});

describe('责任人员交接', () => {
  const badRating = async (windowId: string, openid: string) => {
    const given = aRating(cloud, { scene: cloud.sign(windowId).scene, level: 'dissatisfied', tags: ['213'] });
    return (await cloud.citizen(openid, 'rating.submit', given)).value.ratingId as string;
  };
  const idsOf = async (openid: string, filter = 'todo'): Promise<string[]> => {
    const list = await cloud.staff(openid, 'ticket.list', { filter });
    return (list.value?.items ?? []).map((item: { ratingId: string }) => item.ratingId);
  };

  it('未办结的工单跟着单位走：新的人看得到，原来的人看不到', async () => {
    const ratingId = await badRating('tq10001', 'hand-over-rater');
    await bind('village-phone', await inviteAnew('liaison-tq100201-gov'));
    const from = 'liaison-tq100-gov';
    expect(await handOver('tq100-gov', from, 'liaison-tq100201-gov')).toMatchObject({ ok: true });
    expect(liaisonsOf('tq100-gov')).toEqual(['liaison-tq100201-gov']);
    expect(await idsOf('village-phone')).toContain(ratingId);
    expect(await cloud.staff(P.taiqianTownLiaison, 'ticket.show', { ratingId })).toMatchObject({ ok: false });
    expect(await handOver('tq100-gov', from, 'liaison-tq100201-gov')).toMatchObject({ code: 'role.unknown' });
    await handOver('tq100-gov', 'liaison-tq100201-gov', from);
  });

  it('任何时刻都有人：交接当中一直看，责任人员名单没有空过', async () => {
    let isOver = false;
    const watch = async () => {
      while (!isOver) {
        const named = liaisonsOf('tq-insurance');
        const readable = named.filter((id) => orgsWhere(memberOf(id), 'ticket.read').length > 0);
        expect(readable.length).toBeGreaterThan(0);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const watching = watch();
    await handOver('tq-insurance', 'liaison-tq-insurance', 'clerk-tq02');
    await handOver('tq-insurance', 'clerk-tq02', 'liaison-tq-insurance');
    isOver = true;
    await watching;
    expect(liaisonsOf('tq-insurance')).toEqual(['liaison-tq-insurance']);
  });

  it('没有人接手：单位的工单在局里还看得到', async () => {
    const ratingId = await badRating('tq02', 'hand-over-rater');
    expect(await handOver('tq-insurance', 'liaison-tq-insurance', null)).toMatchObject({ ok: true });
    expect(liaisonsOf('tq-insurance')).toEqual([]);
    expect(await cloud.staff(P.taiqianUnitLiaison, 'ticket.list')).toMatchObject({ code: 'request.forbidden' });
    expect(await idsOf(P.taiqianSupervisor, 'withUnit')).toContain(ratingId);
    await grant('liaison-tq-insurance', 'liaison', 'tq-insurance');
  });

  it('两位管理员同时从同一个人交给不同的人：两个都留下，原来的人不再是', async () => {
    const answers = await Promise.all(
      ['clerk-tq01', 'clerk-tq02'].map((to) => handOver('tq-police', 'liaison-tq-police', to)),
    );
    expect(codes(answers).filter((code) => code !== 'ok' && code !== 'role.unknown')).toEqual([]);
    const named = liaisonsOf('tq-police');
    expect(named).not.toContain('liaison-tq-police');
    expect(named.length).toBe(codes(answers).filter((code) => code === 'ok').length);
    for (const id of named) expect(rolesOf(id)).toContain('liaison@tq-police');
  });

  it('交给自己没有意义', async () => {
    expect(await handOver('tq-market', 'liaison-tq-market', 'liaison-tq-market')).toMatchObject({
      code: 'staff.handOverToSelf',
    });
  });
});

describe('窗口码', () => {
  const open = (scene: string) => cloud.citizen('sign-reader', 'window.open', { scene });
  const print = (windowId: string) =>
    cloud.call('wxopen', { action: 'code.image', input: { windowId } }, P.taiqianSystemAdmin);

  it('换码后旧牌不能用，监督人员马上能取新牌，新牌能用', async () => {
    const { scene: old } = cloud.sign('tq20501');
    expect(await changeSign('replaceCode', 'tq20501', 1)).toMatchObject({ value: { serial: 2, isRevoked: false } });
    const printed = await print('tq20501');
    expect(await open(old)).toMatchObject({ code: 'windowCode.revoked' });
    expect(await open(printed.value.scene)).toMatchObject({ ok: true });
  });

  it('停用后取不到码，恢复后原来的牌又能用', async () => {
    expect(await changeSign('revokeCode', 'tq03', 1)).toMatchObject({ value: { serial: 1, isRevoked: true } });
    expect(await print('tq03')).toMatchObject({ code: 'windowCode.revoked' });
    expect(await changeSign('restoreCode', 'tq03', 1)).toMatchObject({ value: { isRevoked: false } });
    expect(await open(cloud.sign('tq03').scene)).toMatchObject({ ok: true });
  });

  it('两人同时换码：只换一次', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => changeSign('replaceCode', 'tq01', 1)));
    expect(codes(answers)).toEqual(['ok', 'window.codeChanged', 'window.codeChanged']);
    const list = await cloud.staff(P.taiqianSystemAdmin, 'window.list', { orgId: 'tq-police' });
    expect(list.value.items).toEqual([
      {
        windowId: 'tq01',
        name: '1号窗口',
        center: '台前县行政服务中心',
        unit: '台前县公安局',
        code: { serial: 2, isRevoked: false },
      },
    ]);
  });
});
