import { orgInbox } from '@shared/domain/message';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aTicketStory, type TicketStory } from '../support/a-ticket-story';
import { PERSONAS, SMALL_TABLES } from '../support/small-world';
import { climbsTwice, itCountsDays, itIsPutRight, itStandsUpTo } from '../support/ticket-loop';

const CAST = {
  windowId: 'xq01',
  unitId: 'xq-insurance',
  bureauId: 'xq-bureau',
  clerk: PERSONAS.chaozhouClerk,
  liaison: PERSONAS.xiangqiaoUnitLiaison,
  supervisor: PERSONAS.xiangqiaoSupervisor,
  liaisonElsewhere: PERSONAS.chaozhouUnitLiaison,
  supervisorElsewhere: PERSONAS.chaozhouSupervisor,
  asksProof: true,
} as const;
const DUTY = { name: '某某', workNo: '001' };

let cloud: TestCloud;
let story: TicketStory;
beforeAll(async () => {
  const windows = {
    ...SMALL_TABLES.windows,
    // Who serves here today answers for the unit on other days; and here, for the bureau.
    fq01: { onDuty: { staffId: 'liaison-fq-market', ...DUTY } },
    cz02: { onDuty: { staffId: 'supervisor-cz-bureau', ...DUTY } },
  };
  cloud = await aLocalCloud({ tables: { ...SMALL_TABLES, windows } });
  story = aTicketStory(cloud, CAST);
}, 60_000);
afterAll(() => cloud.close());
const stage = () => ({ cloud, story });
const show = (who: string, ratingId: string): Promise<Answer> => story.ask(who, 'ticket.show', { ratingId });

describe('潮州市：差评件件有回应', () => {
  itIsPutRight('第十一条', CAST, stage);

  it('第二条、第十一条 市、县（区）、镇（街）、村（社区）、功能区，各由窗口上的单位办', async () => {
    for (const [windowId, unitId] of [
      ['cz01', 'cz-market'],
      ['cz02', 'cz-party'],
      ['cz03', 'cz-water'],
      ['xq01', 'xq-insurance'],
      ['xq00701', 'xq007-gov'],
      ['xq00700201', 'xq007002-gov'],
    ] as const) {
      const { ratingId } = await story.complain(windowId);
      expect([windowId, story.ticketOf(ratingId)]).toMatchObject([windowId, { unitId, state: 'awaitingAcceptance' }]);
    }
  });

  it('第十一条 没有责任人员的先到局里，局里转办以后办理', async () => {
    const { ratingId } = await story.complain('xq02');
    expect(story.ticketOf(ratingId)).toMatchObject({ state: 'awaitingDispatch', unitId: 'xq-bureau' });
    await story.moves(CAST.supervisor, ratingId, [{ move: 'dispatch', unitId: CAST.unitId }]);
    await story.handle(ratingId);
  });

  it('第十一条 局里迟迟不派单：先催局里，再报市局', async () => {
    const { ratingId } = await story.on('2026-06-08').complain('xq02');
    await climbsTwice(stage(), ratingId);
    for (const bureau of ['xq-bureau', 'cz-bureau']) {
      expect(story.inboxOf(orgInbox(bureau), ratingId).some(({ text }) => text.includes('超期'))).toBe(true);
    }
  });

  it('被评价的就是唯一的责任人员：工单到功能区的局里，他什么都看不到', async () => {
    const { ratingId } = await story.complain('fq01');
    expect(story.ticketOf(ratingId)).toMatchObject({ state: 'awaitingDispatch', unitId: 'fq-bureau' });
    expect(await show(PERSONAS.fengquanhuUnitLiaison, ratingId)).toMatchObject({ code: 'ticket.unknown' });
  });

  it('被评价的就是监督人员：他看不到也办不了，由另一位监督人员办', async () => {
    const { ratingId } = await story.complain('cz02');
    const remind = (who: string) => story.moveAs(who, ratingId, { move: 'remind' });
    expect(await show(PERSONAS.chaozhouSupervisor, ratingId)).toMatchObject({ code: 'ticket.unknown' });
    expect(await remind(PERSONAS.chaozhouSupervisor)).toMatchObject({ code: 'ticket.unknown' });
    expect(await remind(PERSONAS.chaozhouSecondSupervisor)).toMatchObject({ ok: true });
  });

  it('第十五条 线索密封转交，市里的联系人也收得到；单位看不出来', async () => {
    const { ratingId } = await story.complain('xq01', { comment: '塞了红包才排上号' });
    const seen = async () => JSON.stringify([(await show(CAST.liaison, ratingId)).value, story.fileOf(ratingId)]);
    const before = await seen();
    const sent = await story.ask(CAST.supervisor, 'clue.transfer', { ratingId, note: '反映收受红包' });
    expect(await seen()).toBe(before);
    const { value } = await story.ask(PERSONAS.chaozhouDisciplineOfficer, 'clue.list');
    expect(value.items).toMatchObject([{ clueNo: sent.value.clueNo, from: '湘桥区政务服务数据管理局' }]);
  });
});

describe('潮州市：期限', () => {
  itCountsDays(stage);
});

describe('潮州市：经得起', () => {
  itStandsUpTo(CAST, stage);
});
