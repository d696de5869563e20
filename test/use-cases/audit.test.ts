import { type AuditEntry, BEGINNING, digestOfDay, link } from '@shared/domain/audit';
import { sayFault } from '@shared/domain/labels';
import { addDays, dayOf, instantOf } from '@shared/kernel/time';
import { AUDIT } from '@shared/policy/audit';
import { sm3Hex } from '../../cloudfunctions/adapters/crypto/sm3';
import { auditId, rowOfDigest, rowOfEntry } from '../../cloudfunctions/adapters/wx/audit-rows';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';

const LIAISON = 'liaison-tq-insurance';

let cloud: TestCloud;
beforeEach(async () => {
  cloud = await aLocalCloud();
});
afterEach(() => cloud.close());

const audit = (action: string, input: object = {}) =>
  cloud.staff(cloud.personas.taiqianAuditAdmin, `audit.${action}`, input);
const today = () => dayOf(Date.now());

/** So many entries of one liaison on one day, and its digest when that day is over. */
const aLog = async (length: number, daysAgo: number, actor = `staff:${LIAISON}`): Promise<AuditEntry[]> => {
  const day = addDays(today(), -daysAgo);
  const chain: AuditEntry[] = [];
  for (let i = 0; i < length; i++) {
    const at = instantOf(day, '00:00') + i;
    const entry = { at, actor, action: 'ticket.show', about: `TQ${i}#1`, purpose: '', outcome: 'ok' };
    chain.push(link(chain.at(-1) ?? BEGINNING, entry, sm3Hex));
  }
  await cloud.cloud.database.insertMany('audit', chain.map(rowOfEntry));
  if (daysAgo > 0) {
    const digest = digestOfDay(day, chain.at(-1) ?? BEGINNING, undefined, sm3Hex);
    await cloud.cloud.database.insert('auditDigests', rowOfDigest(digest));
  }
  return chain;
};

describe('审计管理员看日志', () => {
  it('最近的在前，一页一页，写明谁；查看本身也记下', async () => {
    await aLog(25, 1);
    const first = await audit('list');
    const second = await audit('list', { cursor: first.value.next });
    expect(first.value.items).toHaveLength(20);
    expect(first.value.items[0]).toMatchObject({ number: 25, actor: 'staff', staffId: LIAISON, about: 'TQ24#1' });
    expect(first.value.items[0].staffName).not.toBe('');
    expect(second.value).toMatchObject({ items: [{ number: 5 }, {}, {}, {}, { number: 1 }], next: null });
    const [newest] = (await audit('list')).value.items;
    expect(newest).toMatchObject({ number: 27, staffId: 'auditAdmin-tq-bureau', action: 'audit.list', outcome: 'ok' });
  });

  it('只看某个人的，或只看关于某一条的，被拒绝的也在内', async () => {
    await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.show', { ratingId: 'TQ7#1' });
    await cloud.staff(cloud.personas.taiqianSupervisor, 'ticket.list');
    const numbers = async (input: object) =>
      (await audit('list', input)).value.items.map(({ number }: { number: number }) => number);
    expect(await numbers({ actor: `staff:${LIAISON}` })).toEqual([1]);
    expect(await numbers({ about: 'TQ7#1' })).toEqual([1]);
    expect(await numbers({ about: 'TQ8#1' })).toEqual([]);
  });

  it('一千多条时，按人、按对象查也走索引', async () => {
    await aLog(1_200, 1);
    for (const filter of [{}, { actor: `staff:${LIAISON}` }, { about: 'TQ7#1' }]) {
      const first = await audit('list', filter);
      expect(first).toMatchObject({ ok: true });
      const { next } = first.value;
      if (next !== null) expect(await audit('list', { ...filter, cursor: next })).toMatchObject({ ok: true });
    }
    expect(await cloud.runClock()).toMatchObject({ ok: true, value: { 'audit.digest': { left: 0 } } });
    expect(cloud.counters.read().scans).toBe(0);
  });

  it('看不出是哪一位群众', async () => {
    await aLog(1, 0, `rater:${cloud.digests.accountRef('somebody')}`);
    const answer = await audit('list');
    expect(answer.value.items).toMatchObject([{ actor: 'rater', staffId: null, staffName: null }]);
    expect(JSON.stringify(answer)).not.toContain(cloud.digests.accountRef('somebody'));
  });

  it('别的角色都不能看，试过也记下', async () => {
    const { taiqianSupervisor, taiqianUnitLiaison, taiqianClerk, citizen } = cloud.personas;
    for (const openid of [taiqianSupervisor, taiqianUnitLiaison, taiqianClerk, citizen]) {
      for (const [action, input] of [
        ['audit.list', {}],
        ['audit.readers', {}],
        ['audit.verify', { from: 1 }],
      ] as const) {
        expect(await cloud.staff(openid, action, input)).toMatchObject({ ok: false, code: 'request.forbidden' });
      }
    }
    const { items } = (await audit('list')).value;
    expect(items).toHaveLength(9);
    expect(items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(9).fill('request.forbidden'));
  });

  it('审计管理员看不了业务', async () => {
    expect(await cloud.staff(cloud.personas.taiqianAuditAdmin, 'ticket.list')).toMatchObject({
      code: 'request.forbidden',
    });
  });
});

describe('谁看得多', () => {
  it('按人按日，多的在前，超过建议次数的标出来；七日以前的不算', async () => {
    await aLog(AUDIT.readsPerDay.value + 1, 1);
    await cloud.staff(cloud.personas.taiqianSupervisor, 'ticket.list');
    await cloud.staff(cloud.personas.taiqianClerk, 'ticket.list');
    const { items, limit } = (await audit('readers')).value;
    expect(limit.basis.proposal).toBe(true);
    expect(items).toMatchObject([
      { staffId: LIAISON, day: addDays(today(), -1), reads: AUDIT.readsPerDay.value + 1, refused: 0, overLimit: true },
      { staffId: 'supervisor-tq-bureau', day: today(), reads: 1, refused: 0, overLimit: false },
      { staffId: 'clerk-tq02', day: today(), reads: 0, refused: 1, overLimit: false },
    ]);
  });

  it('七日以前的不算', async () => {
    await aLog(3, 7);
    expect((await audit('readers')).value.items).toEqual([]);
  });
});

describe('核对审计链', () => {
  /** All calls from the beginning on, put together. */
  const verifyAll = async () => {
    const answers = [];
    for (let from: number | null = 1; from !== null; from = answers.at(-1).next) {
      answers.push((await audit('verify', { from })).value);
    }
    return answers;
  };
  const sentences = async () => (await verifyAll()).flatMap(({ faults }) => faults.map(sayFault));

  it('一千多条，每次至多五百条，完好无损', async () => {
    const chain = await aLog(1_200, 1);
    const answers = await verifyAll();
    expect(answers.map(({ checked }) => checked)).toEqual([500, 500, 202]);
    expect(answers.flatMap(({ faults }) => faults)).toEqual([]);
    expect(answers[2].digests).toMatchObject([
      { day: addDays(today(), -1), lastNumber: 1_200, head: chain[1_199]?.hash },
    ]);
  });

  it('在数据库里直接改、删，都指出在哪里', async () => {
    const chain = await aLog(1_200, 1);
    const { database } = cloud.cloud;
    await database.replace('audit', { ...rowOfEntry(chain[699] as AuditEntry), about: 'TQ1#1' });
    await database.remove('audit', auditId(500));
    await database.remove('audit', auditId(501));
    expect(await sentences()).toEqual(['缺第 500 至 501 条', '第 700 条被改动过']);
  });

  it('末尾被删去而摘要还在，也指出来', async () => {
    await aLog(10, 1);
    await cloud.cloud.database.remove('audit', auditId(10));
    // The next append takes the number again, and cannot have the hash that the digest has seen.
    const [first] = await verifyAll();
    expect(first.faults.map(sayFault)).toEqual(['缺第 10 条']);
    expect((await sentences())[0]).toMatch(/的摘要与第 10 条不符$/);
  });
});
