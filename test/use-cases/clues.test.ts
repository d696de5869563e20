import type { Clue } from '@shared/domain/clue';
import { CLUE_WORDS, clueWordIn } from '@shared/policy/clue-words';
import { keyedDigests } from '../../cloudfunctions/adapters/crypto/keyed-digests';
import { placeOf } from '../../cloudfunctions/use-cases/clue/seal';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { PERSONAS } from '../support/small-world';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const { taiqianSupervisor, taiqianSecondSupervisor, taiqianUnitLiaison, taiqianClerk, taiqianDisciplineOfficer } =
  PERSONAS;
const SAID = '要了两百块好处费才给办';
let raters = 0;
const complain = async (): Promise<string> => {
  const bad = { level: 'veryDissatisfied', tags: ['115'], comment: SAID };
  const receipt = await cloud.citizen(`says-${++raters}`, 'rating.submit', aRating(cloud, bad));
  return receipt.value.ratingId;
};
const transfer = (ratingId: string, note = '反映窗口人员收钱', who: string = taiqianSupervisor) =>
  cloud.staff(who, 'clue.transfer', { ratingId, note });
const cluesOf = (ratingId: string) => cloud.cloud.database.find('clues', { ratingId }) as Clue[];
const clueOf = (ratingId: string): Clue => {
  const [clue] = cluesOf(ratingId);
  if (!clue) throw new Error('nothing was transferred');
  return clue;
};
const show = (clueId: string, who: string = taiqianDisciplineOfficer) => cloud.staff(who, 'clue.show', { clueId });
const sayWithout = ({ requestId, ...answer }: Answer & { requestId?: string }) => JSON.stringify(answer);

/** All that this person can ask about that rating. */
const everythingSeen = async (openid: string, ratingId: string): Promise<readonly string[]> => {
  const asked: readonly [string, object][] = [
    ['ticket.list', {}],
    ['ticket.show', { ratingId }],
    ['ticket.units', { ratingId }],
    ['message.unit', {}],
    ['rating.ofMe', { month: '2026-11' }],
    ['opening.list', {}],
    ['clue.states', { ratingId }],
    ['clue.list', {}],
    ['clue.show', { clueId: 'nothing' }],
    ['report.list', {}],
    ['audit.list', { about: ratingId }],
    ['staff.me', {}],
    ['absence.show', {}],
  ];
  const answers = await Promise.all(asked.map(([action, input]) => cloud.staff(openid, action, input)));
  return answers.map(sayWithout);
};

describe('第十九条（台前）、第十五条（潮州） 转有关部门', () => {
  it('监督人员转交；联系人打开看得到原话、办件、日期、说明和校验值，看不到是谁说的', async () => {
    const ratingId = await complain();
    const sent = await transfer(ratingId);
    expect(sent.value.clueNo).toMatch(/^XS/);
    const list = await cloud.staff(taiqianDisciplineOfficer, 'clue.list');
    const cell = list.value.items.find(({ clueNo }: { clueNo: string }) => clueNo === sent.value.clueNo);
    expect(cell).toMatchObject({ state: 'transferred', from: '台前县政务服务数据管理局' });
    expect(JSON.stringify(list)).not.toContain(SAID);
    const opened = await show(cell.clueId);
    expect(opened.value).toMatchObject({ note: '反映窗口人员收钱', rating: { comment: SAID, caseNo: null } });
    expect(opened.value.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(opened)).not.toContain(cloud.digests.accountRef(`says-${raters}`));
    expect(cloud.cloud.database.find('audit', { action: 'clue.show', about: cell.clueId })).toHaveLength(1);
  });

  it('存着的只有密封的内容；挪到别处打不开', async () => {
    const ratingId = await complain();
    await transfer(ratingId);
    const stored = clueOf(ratingId);
    expect(JSON.stringify(stored)).not.toContain('好处费');
    expect(JSON.stringify(stored)).not.toContain('反映窗口人员收钱');
    expect(cloud.vault.open(stored.sealed, placeOf('another')).ok).toBe(false);
  });

  it('被评价的单位看不出来：转交前后，责任人员和窗口人员的每个操作逐字相同，档案一字未动', async () => {
    const ratingId = await complain();
    await cloud.runClock();
    const rated = [taiqianUnitLiaison, taiqianClerk];
    const look = async () => Promise.all(rated.map((one) => everythingSeen(one, ratingId)));
    const [seenBefore, fileBefore] = [await look(), JSON.stringify(cloud.cloud.database.get('ratings', ratingId))];
    const inbox = () => JSON.stringify(cloud.cloud.database.find('inbox', {}));
    const inboxBefore = inbox();
    expect(await transfer(ratingId)).toMatchObject({ ok: true });
    const { _id: clueId } = clueOf(ratingId);
    await cloud.staff(taiqianDisciplineOfficer, 'clue.acknowledge', { clueId, status: 'received' });
    await cloud.runClock();
    expect(await look()).toEqual(seenBefore);
    expect(JSON.stringify(cloud.cloud.database.get('ratings', ratingId))).toBe(fileBefore);
    expect(inbox()).toBe(inboxBefore);
    for (const one of rated) expect(await show(clueId, one)).toMatchObject({ code: 'request.forbidden' });
  });

  it('同样的话再转一次，还是那一条；没有说明的不转', async () => {
    const ratingId = await complain();
    const once = await transfer(ratingId);
    expect((await transfer(ratingId)).value).toEqual(once.value);
    expect(cluesOf(ratingId)).toHaveLength(1);
    expect(await transfer(ratingId, ' \n ')).toMatchObject({ code: 'clue.noteMissing' });
    expect(await transfer(ratingId, '字'.repeat(501))).toMatchObject({ code: 'words.tooLong' });
  });

  it('转交的人只看得到状态；别的监督人员看不到有过转交', async () => {
    const ratingId = await complain();
    await transfer(ratingId);
    const { _id: clueId } = clueOf(ratingId);
    const states = (who: string) => cloud.staff(who, 'clue.states', { ratingId });
    expect((await states(taiqianSupervisor)).value.items).toMatchObject([{ state: 'transferred' }]);
    const acknowledge = (status: string) =>
      cloud.staff(taiqianDisciplineOfficer, 'clue.acknowledge', { clueId, status });
    for (const status of ['received', 'received', 'handled', 'handled']) {
      expect(await acknowledge(status)).toMatchObject({ ok: true });
    }
    expect(await acknowledge('received')).toMatchObject({ code: 'clue.movedOn' });
    expect((await states(taiqianSupervisor)).value.items).toMatchObject([{ state: 'handled' }]);
    expect((await states(taiqianSecondSupervisor)).value.items).toEqual([]);
    expect(await show(clueId, taiqianSupervisor)).toMatchObject({ code: 'request.forbidden' });
  });

  it('别处的监督人员转不了，别处的联系人看不到，责任人员没有这个操作', async () => {
    const ratingId = await complain();
    expect(await transfer(ratingId, '理由', PERSONAS.chaozhouSupervisor)).toMatchObject({ code: 'ticket.unknown' });
    expect(await transfer(ratingId, '理由', taiqianUnitLiaison)).toMatchObject({ code: 'request.forbidden' });
    await transfer(ratingId);
    const { _id: clueId } = clueOf(ratingId);
    expect(await show(clueId, PERSONAS.chaozhouDisciplineOfficer)).toMatchObject({ code: 'clue.unknown' });
    expect((await cloud.staff(PERSONAS.chaozhouDisciplineOfficer, 'clue.list')).value.items).toEqual([]);
  });

  it('联系人看不到工单和评价人', async () => {
    const ratingId = await complain();
    for (const [action, input] of [
      ['ticket.list', {}],
      ['ticket.show', { ratingId }],
      ['identity.open', { ratingId, part: 'contact', purpose: 'followUp' }],
    ] as const) {
      expect(await cloud.staff(taiqianDisciplineOfficer, action, input)).toMatchObject({ code: 'request.forbidden' });
    }
  });

  it('监督人员同时在被评价的单位任职：转不了，也看不到', async () => {
    const ratingId = await complain();
    const { database } = cloud.cloud;
    const member = database.get('staff', 'supervisor-tq-bureau-2') as { grants: object[] } & { _id: string };
    await database.replace('staff', {
      ...member,
      grants: [...member.grants, { role: 'clerk', orgId: 'tq-insurance' }],
    });
    expect(await transfer(ratingId, '理由', taiqianSecondSupervisor)).toMatchObject({ code: 'ticket.unknown' });
    await database.replace('staff', member);
  });
});

it('换钥以后还打得开', async () => {
  const ratingId = await complain();
  await transfer(ratingId);
  const stored = clueOf(ratingId);
  await cloud.cloud.database.replace('clues', { ...stored, keyVersion: '0' });
  const report = await cloud.runClock();
  expect(report.value['clue.reseal']).toEqual({ done: 1, left: 0 });
  const anew = clueOf(ratingId);
  expect({ version: anew.keyVersion, isNew: anew.sealed !== stored.sealed }).toEqual({ version: '1', isNew: true });
  expect((await show(anew._id)).value.rating.comment).toBe(SAID);
});

describe('线索词', () => {
  it.each([
    ['办证的人要红包', '红包'],
    ['态度不好，还吃拿卡要', '吃拿卡要'],
    ['排了一个小时的队', null],
    ['', null],
  ])('%s → %s', (text, word) => {
    expect(clueWordIn(text)).toBe(word);
  });

  it('没有重复的，也没有被另一个盖住的', () => {
    expect(new Set(CLUE_WORDS).size).toBe(CLUE_WORDS.length);
  });
});

it('校验值人人可以复算', () => {
  const digests = keyedDigests({ key: 'k'.repeat(40), windowCodeKeys: `1:${'w'.repeat(40)}` });
  // GB/T 32905-2016, example 1.
  expect(digests.contentHash('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
});
