import type { RatingFile } from '@shared/domain/rating-file';
import { national } from '@shared/policy/profiles/national';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aProvenRater } from '../support/a-proven-rater';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const stored = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
const rate = async (openid: string, windowId: string, difference: object = {}): Promise<string> => {
  await aProvenRater(cloud, openid);
  const rating = aRating(cloud, { scene: cloud.sign(windowId).scene, ...difference });
  return (await cloud.citizen(openid, 'rating.submit', rating)).value.ratingId;
};
const BAD = { level: 'dissatisfied', tags: ['213'], comment: '等了很久' } as const;
/** The fourth one of a day at one window. */
const suspectAt = async (windowId: string, openid: string): Promise<string> => {
  for (let n = 0; n < 3; n++) await rate(openid, windowId);
  return rate(openid, windowId, BAD);
};
const list = async (openid: string) => (await cloud.staff(openid, 'quarantine.list')).value;
const idsOf = async (openid: string): Promise<string[]> =>
  (await list(openid)).items.map(({ ratingId }: { ratingId: string }) => ratingId);
const decide = (openid: string, what: 'release' | 'keep', ratingId: string, reason = '已核实') =>
  cloud.staff(openid, `quarantine.${what}`, { ratingId, reason });

describe('哪些先核查', () => {
  it('第四次：照收，照开工单，照常办理，只是先不计入', async () => {
    const id = await suspectAt('tq02', 'again-and-again');
    expect(stored(id)).toMatchObject({ standing: 'quarantined', ticket: { state: 'awaitingAcceptance' } });
    const tickets = await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.list');
    expect(tickets.value.items).toContainEqual(expect.objectContaining({ ratingId: id }));
  });

  it('本单位工作人员的微信给本单位评价：从第一次就先核查；给别的单位评价不受影响', async () => {
    const { taiqianUnitLiaison, chaozhouUnitLiaison } = cloud.personas;
    const own = stored(await rate(taiqianUnitLiaison, 'tq02'));
    expect(own).toMatchObject({ standing: 'quarantined', standingReason: expect.stringContaining('工作人员') });
    expect(stored(await rate(chaozhouUnitLiaison, 'tq02')).standing).toBe('effective');
  });

  it('同一大厅的别人不受一个人的影响', async () => {
    await suspectAt('tq04', 'noisy');
    expect(stored(await rate('quiet', 'tq04')).standing).toBe('effective');
  });

  it('一个微信在一个窗口连发几十次，不拖累同一窗口的别人', async () => {
    await aProvenRater(cloud, 'flooder');
    const draft = () => aRating(cloud, { scene: cloud.sign('tq01').scene });
    const { value: most } = national.rating.walkInsPerCodeHour;
    for (let i = 0; i <= most; i++) await cloud.citizen('flooder', 'rating.submit', draft());
    expect(stored(await rate('honest', 'tq01')).standing).toBe('effective');
  });

  it('同一时刻一起来的，互相也看得见', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => rate('all-at-once', 'cz01')));
    const effective = ids.filter((id) => stored(id).standing === 'effective');
    expect(effective.length).toBeLessThanOrEqual(3);
    expect(ids.filter((id) => stored(id).standing === 'quarantined').length).toBe(8 - effective.length);
  });
});

describe('核查', () => {
  it('辖区的监督人员看得到说了什么、哪天、哪个窗口、为什么；看不到是谁和几点几分', async () => {
    const id = await suspectAt('xq01', 'xiangqiao-rater');
    const { xiangqiaoSupervisor, chaozhouSupervisor, taiqianSupervisor } = cloud.personas;
    const { items, next } = await list(xiangqiaoSupervisor);
    const item = items.find(({ ratingId }: { ratingId: string }) => ratingId === id);
    expect(item).toMatchObject({
      level: 'dissatisfied',
      comment: '等了很久',
      ratedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      servedBy: { center: '湘桥区政务服务中心' },
      reason: expect.stringContaining('超过3次'),
      hasTicket: true,
    });
    expect(JSON.stringify([item, next])).not.toContain(cloud.digests.accountRef('xiangqiao-rater'));
    expect(JSON.stringify([item, next])).not.toContain(String(stored(id).ratedAt));
    expect(await idsOf(chaozhouSupervisor)).toContain(id);
    expect(await idsOf(taiqianSupervisor)).not.toContain(id);
  });

  it('计入：效力变为有效，经过里有一条，理由只存不说', async () => {
    const id = await suspectAt('tq01', 'released');
    expect(await decide(cloud.personas.taiqianSupervisor, 'release', id, '是办事代理，逐件核对过')).toMatchObject({
      ok: true,
    });
    const file = stored(id);
    expect(file).toMatchObject({ standing: 'effective', quarantinedAt: null });
    expect(file.history.at(-1)).toMatchObject({
      what: 'quarantineReleased',
      decision: { staffId: 'supervisor-tq-bureau', reason: '是办事代理，逐件核对过' },
    });
    const seen = await cloud.citizen('released', 'rating.show', { ratingId: id });
    expect(seen.value.progress.at(-1).text).toBe('经核查，这条评价计入统计');
    expect(JSON.stringify(seen)).not.toContain('办事代理');
    expect(await idsOf(cloud.personas.taiqianSupervisor)).not.toContain(id);
  });

  it('不计入：留着、继续办理，但不再等候；原话一个字不改', async () => {
    const id = await suspectAt('tq10001', 'kept');
    const before = stored(id);
    expect(await decide(cloud.personas.taiqianSupervisor, 'keep', id)).toMatchObject({ ok: true });
    const after = stored(id);
    expect(after).toMatchObject({ standing: 'quarantined', quarantinedAt: null, ticket: before.ticket });
    expect([after.level, after.tags, after.comment]).toEqual([before.level, before.tags, before.comment]);
    expect(await idsOf(cloud.personas.taiqianSupervisor)).not.toContain(id);
  });

  it('两个人同时决定：只有一个作数', async () => {
    const id = await suspectAt('xq02', 'contested');
    const { xiangqiaoSupervisor, chaozhouSupervisor } = cloud.personas;
    const answers = await Promise.all([
      decide(xiangqiaoSupervisor, 'release', id),
      decide(chaozhouSupervisor, 'keep', id),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'quarantine.unknown' });
    expect(stored(id).history.filter(({ decision }) => decision)).toHaveLength(1);
  });

  it.each([
    ['别处的监督人员', 'chaozhouSupervisor', 'quarantine.unknown'],
    ['本单位的责任人员', 'taiqianUnitLiaison', 'request.forbidden'],
    ['窗口人员', 'taiqianClerk', 'request.forbidden'],
    ['群众', 'citizen', 'request.forbidden'],
  ] as const)('%s不能决定', async (_who, persona, code) => {
    const [first] = await idsOf(cloud.personas.taiqianSupervisor);
    expect(await decide(cloud.personas[persona], 'release', String(first))).toMatchObject({ ok: false, code });
  });

  it('自己给的、给自己的评价，自己不能决定，也不在自己的列表里', async () => {
    const { taiqianSupervisor } = cloud.personas;
    const given = await suspectAt('tq03', taiqianSupervisor);
    const got = await suspectAt('tq03', 'somebody');
    const file = stored(got);
    await cloud.cloud.database.replace('ratings', {
      ...file,
      subject: { ...file.subject, staffId: 'supervisor-tq-bureau' },
    });
    for (const id of [given, got]) {
      expect(stored(id).standing).toBe('quarantined');
      expect(await idsOf(taiqianSupervisor)).not.toContain(id);
      expect(await decide(taiqianSupervisor, 'release', id)).toMatchObject({ code: 'quarantine.unknown' });
    }
  });

  it('没有理由、理由太长、没有在等候的：说明怎么办', async () => {
    const { taiqianSupervisor } = cloud.personas;
    const [waiting] = await idsOf(taiqianSupervisor);
    const ordinary = await rate('ordinary', 'tq02');
    const code = async (ratingId: string, reason: string) =>
      (await decide(taiqianSupervisor, 'release', ratingId, reason)).code;
    expect(await code(String(waiting), '　 ')).toBe('quarantine.reasonMissing');
    expect(await code(String(waiting), '长'.repeat(201))).toBe('words.tooLong');
    expect(await code(ordinary, '已核实')).toBe('quarantine.unknown');
  });

  it('一页放不下的，接着往下看，不重不漏', async () => {
    const [id] = await idsOf(cloud.personas.taiqianSupervisor);
    const copy = stored(String(id));
    const more = Array.from({ length: 25 }, (_, n) => ({ ...copy, _id: `copy-${n}`, idempotencyKey: `copy-${n}` }));
    await cloud.cloud.database.insertMany('ratings', more);
    const first = await list(cloud.personas.taiqianSupervisor);
    const second = (await cloud.staff(cloud.personas.taiqianSupervisor, 'quarantine.list', { cursor: first.next }))
      .value;
    const ids = [...first.items, ...second.items].map(({ ratingId }: { ratingId: string }) => ratingId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((one) => one.startsWith('copy-'))).toHaveLength(25);
  });
});

describe('文字安全检查（A17）', () => {
  it('违规文字也到责任人员和监督人员手里，标明不公开', async () => {
    const id = await rate('angry', 'tq02', { ...BAD, comment: '去死，办事太慢' });
    expect(stored(id)).toMatchObject({ textCheck: 'risky', standing: 'effective' });
    for (const openid of [cloud.personas.taiqianUnitLiaison, cloud.personas.taiqianSupervisor]) {
      const shown = await cloud.staff(openid, 'ticket.show', { ratingId: id });
      expect(shown.value).toMatchObject({ comment: '去死，办事太慢', heldFromPublication: true });
    }
  });

  it('平常的文字没有这个标记', async () => {
    const id = await rate('calm', 'tq02', BAD);
    const shown = await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.show', { ratingId: id });
    expect(shown.value.heldFromPublication).toBe(false);
  });
});
