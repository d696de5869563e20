import type { Org } from '@shared/domain/organization';
import { type RetaliationReport, upperBureauOf } from '@shared/domain/retaliation-report';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aProvenRater } from '../support/a-proven-rater';
import { aRating } from '../support/a-rating';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await aLocalCloud();
});
afterAll(() => cloud.close());

const WORDS = '窗口人员第二天打电话要我撤回评价';
const RESULT = '已找当事人谈话并书面警示，不得再联系您。';

let raters = 0;
/** Somebody who has rated badly at that window. */
const aRaterAt = async (windowId: string) => {
  const openid = await aProvenRater(cloud, `reporter-${++raters}`);
  const bad = { scene: cloud.sign(windowId).scene, level: 'dissatisfied', tags: ['213'] };
  const receipt = await cloud.citizen(openid, 'rating.submit', aRating(cloud, bad));
  return { openid, ratingId: receipt.value.ratingId as string };
};
const report = ({ openid, ratingId }: { openid: string; ratingId: string }, text = WORDS) =>
  cloud.citizen(openid, 'retaliation.report', { ratingId, text });
const mine = ({ openid, ratingId }: { openid: string; ratingId: string }) =>
  cloud.citizen(openid, 'retaliation.mine', { ratingId });
const reportsOf = async (openid: string) => (await cloud.staff(openid, 'report.list')).value.items;
const idOf = async (openid: string, receiptNo: string): Promise<string> =>
  (await reportsOf(openid)).find((one: { receiptNo: string }) => one.receiptNo === receiptNo)?.reportId;
const messagesOf = async (openid: string): Promise<string[]> =>
  (await cloud.citizen(openid, 'message.mine')).value.items.map(({ text }: { text: string }) => text);

describe('上级是谁', () => {
  const org = (_id: string, kind: Org['kind']): Org => ({
    ...{
      _id,
      name: _id,
      kind,
      level: 'county',
      place: 'p',
      orgPath: [],
      regionCode: '',
      parentId: null,
      liaisonIds: [],
    },
  });
  const orgs = [org('city', 'bureau'), org('county', 'bureau'), org('gov', 'government'), org('unit', 'agency')];

  it('办理这条评价的局的上一级局；没有上一级的，就是这个局，它在被评价单位之上', () => {
    expect(upperBureauOf(['gov', 'city', 'county', 'unit'], orgs)._id).toBe('city');
    expect(upperBureauOf(['gov', 'county', 'unit'], orgs)._id).toBe('county');
  });
});

describe('举报打击报复', () => {
  it('得到编号，知道由谁查看；上一级看得到，本级的局、被评价单位和别处都看不到', async () => {
    const rater = await aRaterAt('xq00701');
    const receipt = await report(rater);
    expect(receipt).toMatchObject({ ok: true, value: { readBy: '潮州市政务服务数据管理局' } });
    expect(receipt.value.receiptNo).toMatch(/^FY[0-9A-Z]{8}$/);

    const { chaozhouSupervisor, xiangqiaoSupervisor, taiqianSupervisor } = cloud.personas;
    const reportId = await idOf(chaozhouSupervisor, receipt.value.receiptNo);
    const shown = await cloud.staff(chaozhouSupervisor, 'report.show', { reportId });
    expect(shown.value).toMatchObject({
      text: WORDS,
      state: 'open',
      result: null,
      rating: { level: 'dissatisfied', servedBy: { center: '湘桥区桥东街道便民服务中心' } },
    });
    expect(JSON.stringify(shown)).not.toContain(cloud.digests.accountRef(rater.openid));
    for (const other of [xiangqiaoSupervisor, taiqianSupervisor]) {
      expect(await reportsOf(other)).toEqual([]);
      expect(await cloud.staff(other, 'report.show', { reportId })).toMatchObject({ code: 'report.unknown' });
      expect(await cloud.staff(other, 'report.close', { reportId, result: RESULT })).toMatchObject({
        code: 'report.unknown',
      });
    }
  });

  it('台前县的报给濮阳市的政务服务管理机构，县里的局看不到', async () => {
    const { receiptNo, readBy } = (await report(await aRaterAt('tq10001'))).value;
    expect(readBy).toBe('濮阳市政务服务管理机构');
    const { puyangSupervisor, puyangSecondSupervisor, taiqianSupervisor } = cloud.personas;
    for (const openid of [puyangSupervisor, puyangSecondSupervisor]) {
      expect(await idOf(openid, receiptNo)).toBeDefined();
    }
    const reportId = await idOf(puyangSupervisor, receiptNo);
    expect(await idOf(taiqianSupervisor, receiptNo)).toBeUndefined();
    expect(await cloud.staff(taiqianSupervisor, 'report.show', { reportId })).toMatchObject({ code: 'report.unknown' });
  });

  it('责任人员和窗口人员没有这项权限，工单和单位消息里也没有痕迹', async () => {
    const rater = await aRaterAt('tq02');
    const before = cloud.cloud.database.get('ratings', rater.ratingId);
    const { receiptNo } = (await report(rater)).value;
    const { taiqianUnitLiaison, taiqianClerk } = cloud.personas;
    for (const openid of [taiqianUnitLiaison, taiqianClerk]) {
      expect(await cloud.staff(openid, 'report.list')).toMatchObject({ code: 'request.forbidden' });
    }
    await cloud.runClock();
    const liaisons = await Promise.all([
      cloud.staff(taiqianUnitLiaison, 'ticket.show', { ratingId: rater.ratingId }),
      cloud.staff(taiqianUnitLiaison, 'message.unit'),
    ]);
    expect(JSON.stringify(liaisons)).not.toMatch(new RegExp(`${receiptNo}|${WORDS}|反映`));
    const { history } = cloud.cloud.database.get('ratings', rater.ratingId) as { history: unknown };
    expect(history).toEqual((before as { history: unknown }).history);
  });

  it('库里没有明文；改动一个字就打不开', async () => {
    const rater = await aRaterAt('tq01');
    const { receiptNo } = (await report(rater)).value;
    const { puyangSupervisor } = cloud.personas;
    const reportId = await idOf(puyangSupervisor, receiptNo);
    await cloud.staff(puyangSupervisor, 'report.close', { reportId, result: RESULT });
    const kept = cloud.cloud.database.get('reports', reportId) as RetaliationReport;
    const everything = JSON.stringify(
      ['reports', 'inbox', 'ratings'].map((name) => cloud.cloud.database.find(name, {})),
    );
    expect(everything).not.toContain(WORDS);
    expect(everything).not.toContain(RESULT);
    const moved = { ...kept, sealed: { ...kept.sealed, text: String(kept.sealed.result) } };
    await cloud.cloud.database.replace('reports', moved);
    expect(await cloud.staff(puyangSupervisor, 'report.show', { reportId })).toMatchObject({ code: 'vault.tampered' });
  });

  it('被评价的人即使是监督人员，也看不到关于自己的', async () => {
    const rater = await aRaterAt('tq02');
    const { receiptNo } = (await report(rater)).value;
    const { puyangSupervisor } = cloud.personas;
    const reportId = await idOf(puyangSupervisor, receiptNo);
    const kept = cloud.cloud.database.get('reports', reportId) as RetaliationReport;
    await cloud.cloud.database.replace('reports', { ...kept, ratedStaffId: 'supervisor-py-bureau' });
    expect(await idOf(puyangSupervisor, receiptNo)).toBeUndefined();
    expect(await cloud.staff(puyangSupervisor, 'report.show', { reportId })).toMatchObject({ code: 'report.unknown' });
  });

  it('评价人收到一条已收到、一条已办结，自己读得到结果；重试不重复', async () => {
    const rater = await aRaterAt('tq02');
    const first = await report(rater);
    expect((await report(rater)).value).toEqual(first.value);
    const { puyangSupervisor } = cloud.personas;
    const reportId = await idOf(puyangSupervisor, first.value.receiptNo);
    const close = (result: string) => cloud.staff(puyangSupervisor, 'report.close', { reportId, result });
    expect(await close(RESULT)).toMatchObject({ ok: true });
    expect(await close(RESULT)).toMatchObject({ ok: true });
    expect(await close('另一个结果')).toMatchObject({ code: 'report.closedMeanwhile' });

    const about = (await messagesOf(rater.openid)).filter((text) => text.includes(first.value.receiptNo));
    expect(about).toHaveLength(2);
    expect((await mine(rater)).value).toMatchObject({
      readBy: '濮阳市政务服务管理机构',
      items: [{ receiptNo: first.value.receiptNo, text: WORDS, result: RESULT }],
    });
  });

  it('只能反映自己的评价，也只读得到自己的', async () => {
    const rater = await aRaterAt('tq02');
    await report(rater);
    const stranger = { ...rater, openid: 'stranger' };
    expect(await report(stranger)).toMatchObject({ code: 'rating.unknown' });
    expect(await mine(stranger)).toMatchObject({ code: 'rating.unknown' });
  });

  it('空白、太长、一天第六份：说明怎么办', async () => {
    const rater = await aRaterAt('tq02');
    expect(await report(rater, ' \u200b ')).toMatchObject({ code: 'report.textMissing' });
    expect(await report(rater, '长'.repeat(1001))).toMatchObject({ code: 'words.tooLong' });
    for (let n = 0; n < 5; n++) expect(await report(rater, `第${n}次`)).toMatchObject({ ok: true });
    expect(await report(rater, '第六次')).toMatchObject({ code: 'limit.tooOften' });
  });
});
