import { type AuditEntry, BEGINNING, type DailyDigest, link } from '@shared/domain/audit';
import { verifyChain } from '@shared/domain/audit-faults';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import { sm3Hex } from '../../cloudfunctions/adapters/crypto/sm3';
import {
  type AuditRow,
  auditId,
  type DigestRow,
  digestOfRow,
  entryOfRow,
  rowOfEntry,
} from '../../cloudfunctions/adapters/wx/audit-rows';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';

let cloud: TestCloud;
let lines: string[];
beforeEach(async () => {
  lines = [];
  cloud = await aLocalCloud({ log: (line) => lines.push(line) });
});
afterEach(() => cloud.close());

const inOrder = <T extends { readonly _id: string }>(rows: unknown[]): T[] =>
  (rows as T[]).sort((a, b) => (a._id < b._id ? -1 : 1));
const entries = (): AuditEntry[] => inOrder<AuditRow>(cloud.cloud.database.find('audit', {})).map(entryOfRow);
const digests = (): DailyDigest[] => inOrder<DigestRow>(cloud.cloud.database.find('auditDigests', {})).map(digestOfRow);
const faults = () => verifyChain(entries(), digests(), sm3Hex);
/** What the lines say, without when and without the chain. */
const said = () => entries().map(({ actor, action, about, outcome }) => [actor, action, about, outcome]);

const complain = async (): Promise<string> => {
  const input = { scene: cloud.sign('tq02').scene, level: 'dissatisfied', tags: ['213'] };
  const receipt = await cloud.citizen('somebody', 'rating.submit', { ...input, idempotencyKey: 'key-of-the-audit' });
  return receipt.value.ratingId;
};
/** No number follows this one. */
const blockLog = () => cloud.cloud.database.insert('audit', { _id: '999999999999', hash: '' });

describe('门口记下每次查看', () => {
  it('工作人员看工单、看列表、看消息：各一条，写明谁、做什么、对哪一条', async () => {
    const ratingId = await complain();
    const { taiqianUnitLiaison } = cloud.personas;
    await cloud.staff(taiqianUnitLiaison, 'ticket.list');
    await cloud.staff(taiqianUnitLiaison, 'ticket.show', { ratingId });
    await cloud.staff(taiqianUnitLiaison, 'message.unit');
    expect(said()).toEqual([
      ['staff:liaison-tq-insurance', 'ticket.list', '', 'ok'],
      ['staff:liaison-tq-insurance', 'ticket.show', ratingId, 'ok'],
      ['staff:liaison-tq-insurance', 'message.unit', '', 'ok'],
    ]);
    expect(faults()).toEqual([]);
  });

  it('看别处的工单被拒绝也记下，不过对象只留密钥摘要：那里可能填了任何话', async () => {
    const ratingId = await complain();
    await cloud.staff(cloud.personas.chaozhouUnitLiaison, 'ticket.show', { ratingId });
    await cloud.staff(cloud.personas.chaozhouUnitLiaison, 'ticket.show', { ratingId: '王某 13800000000' });
    const refused = cloud.digests.refusedAbout(ratingId);
    expect(said().map(([, , about, outcome]) => [about, outcome])).toEqual([
      [refused, 'ticket.unknown'],
      [expect.stringMatching(/^\?[\w-]{22}$/), 'ticket.unknown'],
    ]);
    expect(JSON.stringify(entries())).not.toMatch(/王某|13800000000/);
  });

  it('没有权限的工作人员、填得不对的请求，都记下', async () => {
    await cloud.staff(cloud.personas.taiqianClerk, 'ticket.list');
    await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.show', { ratingId: '', extra: '王某' });
    expect(said()).toEqual([
      ['staff:clerk-tq02', 'ticket.list', '', 'request.forbidden'],
      ['staff:liaison-tq-insurance', 'ticket.show', '', 'request.malformed'],
    ]);
  });

  it('打印窗口码记下是哪个窗口', async () => {
    const input = { windowId: 'tq02' };
    await cloud.call('wxopen', { action: 'code.image', input }, cloud.personas.taiqianSystemAdmin);
    expect(said()).toEqual([['staff:systemAdmin-tq-bureau', 'code.image', 'tq02', 'ok']]);
  });

  it('群众评价、看自己的身份、敲工作人员的门，都不记', async () => {
    await complain();
    await cloud.staff('somebody', 'staff.me');
    expect(await cloud.staff('somebody', 'ticket.list')).toMatchObject({ code: 'request.forbidden' });
    expect(entries()).toEqual([]);
  });

  it('记不下，就看不到', async () => {
    const ratingId = await complain();
    await blockLog();
    const answer = await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.show', { ratingId });
    expect(answer).toMatchObject({ ok: false, code: 'system.failed' });
    expect(JSON.stringify(answer)).not.toContain(ratingId);
  });

  it('实例中途死去，再来一次：链还是完整的', async () => {
    const list = () => cloud.staff(cloud.personas.taiqianSupervisor, 'ticket.list');
    for (let i = 0; i < 4; i++) {
      if (i % 2 === 1) cloud.cloud.faults.next('killInstance', 'staff');
      await list();
    }
    expect(await list()).toMatchObject({ ok: true });
    expect(entries().length).toBeGreaterThanOrEqual(3);
    expect(faults()).toEqual([]);
  });

  it('多个实例同时记：一条链，不缺号、不分叉', async () => {
    await complain();
    const { taiqianUnitLiaison, taiqianSupervisor, taiqianSystemAdmin } = cloud.personas;
    const calls = Array.from({ length: 90 }, (_, i) =>
      i % 3 === 0
        ? cloud.call('wxopen', { action: 'code.image', input: { windowId: 'tq02' } }, taiqianSystemAdmin)
        : cloud.staff(i % 3 === 1 ? taiqianUnitLiaison : taiqianSupervisor, 'ticket.list'),
    );
    const answers = await Promise.all(calls);
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    expect(entries()).toHaveLength(90);
    expect(faults()).toEqual([]);
  });
});

describe('定时任务', () => {
  it('做了事的任务记一条，没做事的不记', async () => {
    await complain();
    await cloud.runClock();
    await cloud.runClock();
    expect(said()).toEqual([
      ['clock', 'outbox.deliver', '', 'ok'],
      ['clock', 'figures.keep', '', 'ok'],
    ]);
  });

  const threeDaysAgo = addDays(dayOf(Date.now()), -3);
  /** Three entries on the third day before today, one yesterday. */
  const someDays = async () => {
    const moments = [0, 1, 2, 48 * 60].map((minutes) => instantOf(threeDaysAgo, '09:00') + minutes * 60_000);
    const chain: AuditEntry[] = [];
    for (const at of moments) {
      const entry = { at, actor: 'staff:a', action: 'ticket.list', about: '', purpose: '', outcome: 'ok' };
      chain.push(link(chain.at(-1) ?? BEGINNING, entry, sm3Hex));
    }
    await cloud.cloud.database.insertMany('audit', chain.map(rowOfEntry));
  };

  it('每个结束了的日子留一份摘要，一次，几个实例同时来也一样；编号和摘要进日志', async () => {
    await someDays();
    await Promise.all([cloud.runClock(), cloud.runClock(), cloud.runClock()]);
    await cloud.runClock();
    expect(digests().map(({ day, firstNumber, lastNumber }) => [day, firstNumber, lastNumber])).toEqual([
      [threeDaysAgo, 1, 3],
      [addDays(threeDaysAgo, 1), 4, 3],
      [addDays(threeDaysAgo, 2), 4, 4],
    ]);
    expect(faults()).toEqual([]);
    const logged = lines.flatMap((line) => {
      const text = line.slice(line.indexOf('{'));
      return line.includes('"digest"') ? [JSON.parse(text).digest] : [];
    });
    expect(logged.sort((a, b) => (a.day < b.day ? -1 : 1))).toEqual(
      digests().map(({ day, lastNumber, hash }) => ({ day, number: lastNumber, hash })),
    );
  });

  it('末尾的记录被删去，摘要还在：指出缺哪几条', async () => {
    await someDays();
    await cloud.runClock();
    for (const { number } of entries().slice(2)) await cloud.cloud.database.remove('audit', auditId(number));
    expect(faults()).toEqual([{ fault: 'missing', number: 3, upTo: 4 }]);
  });
});
