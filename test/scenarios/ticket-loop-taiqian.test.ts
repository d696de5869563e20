import { orgInbox } from '@shared/domain/message';
import { type Answer, aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aTicketStory, type TicketStory } from '../support/a-ticket-story';
import { PERSONAS, SMALL_TABLES } from '../support/small-world';
import { climbsTwice, itCountsDays, itIsPutRight, itStandsUpTo } from '../support/ticket-loop';

const CAST = {
  windowId: 'tq02',
  unitId: 'tq-insurance',
  bureauId: 'tq-bureau',
  clerk: PERSONAS.taiqianClerk,
  liaison: PERSONAS.taiqianUnitLiaison,
  supervisor: PERSONAS.taiqianSupervisor,
  liaisonElsewhere: PERSONAS.taiqianTownLiaison,
  supervisorElsewhere: PERSONAS.chaozhouSupervisor,
  asksProof: false,
} as const;
const DUTY = { name: '某某', workNo: '001' };

let cloud: TestCloud;
let story: TicketStory;
beforeAll(async () => {
  const windows = {
    ...SMALL_TABLES.windows,
    // Who serves here today answers for the unit on other days; and here, for the bureau.
    tq01: { onDuty: { staffId: 'supervisor-tq-bureau', ...DUTY } },
    tq04: { onDuty: { staffId: 'liaison-tq-market', ...DUTY }, code: { serial: 2, revoked: false } },
  };
  const accounts = [...SMALL_TABLES.accounts, { openid: 'liaison-market', staffId: 'liaison-tq-market', about: '' }];
  cloud = await aLocalCloud({ tables: { ...SMALL_TABLES, windows, accounts } });
  story = aTicketStory(cloud, CAST);
}, 60_000);
afterAll(() => cloud.close());
const stage = () => ({ cloud, story });
const show = (who: string, ratingId: string): Promise<Answer> => story.ask(who, 'ticket.show', { ratingId });

describe('台前县：差评件件有回应', () => {
  itIsPutRight('第十一条', CAST, stage);

  it('第十条 镇和所辖村的差评，由镇政府的责任人员办', async () => {
    for (const windowId of ['tq10001', 'tq10020101']) {
      const { ratingId } = await story.complain(windowId);
      expect(story.ticketOf(ratingId)).toMatchObject({ unitId: 'tq100-gov', state: 'awaitingAcceptance' });
      await story.moves(PERSONAS.taiqianTownLiaison, ratingId, [{ move: 'accept' }]);
    }
  });

  it('第十一条 局里迟迟不派单：先催局里，再报濮阳市', async () => {
    const { ratingId } = await story.on('2026-06-08').complain('tq03');
    expect(story.ticketOf(ratingId)).toMatchObject({ state: 'awaitingDispatch', unitId: 'tq-bureau' });
    await climbsTwice(stage(), ratingId);
    for (const bureau of ['tq-bureau', 'py-bureau']) {
      expect(story.inboxOf(orgInbox(bureau), ratingId).some(({ text }) => text.includes('超期'))).toBe(true);
    }
  });

  it('第十七条 第三等以上不是差评，不开工单；每件差评只有一张工单', async () => {
    const good = await story.complain('tq02', { level: 'basicallySatisfied', tags: [], comment: '' });
    expect(story.fileOf(good.ratingId).ticket).toBeNull();
    const bad = await story.complain();
    expect(story.ticketOf(bad.ratingId).ticketNo).toBe(story.ticketOf(bad.ratingId).ticketNo);
    expect(
      cloud.cloud.database.find('ratings', { 'ticket.ticketNo': story.ticketOf(bad.ratingId).ticketNo }),
    ).toHaveLength(1);
  });

  it('被评价的就是唯一的责任人员：工单到局里待派单，他什么都看不到', async () => {
    const { ratingId } = await story.complain('tq04');
    expect(story.ticketOf(ratingId)).toMatchObject({ state: 'awaitingDispatch', unitId: 'tq-bureau' });
    expect(await show('liaison-market', ratingId)).toMatchObject({ code: 'ticket.unknown' });
    const { value } = await story.ask(CAST.supervisor, 'ticket.units', { ratingId });
    expect(value.items.map(({ unitId }: { unitId: string }) => unitId)).not.toContain('tq-market');
    const dispatch = { move: 'dispatch', unitId: 'tq-market' };
    expect(await story.moveAs(CAST.supervisor, ratingId, dispatch)).toMatchObject({ code: 'ticket.unitInvalid' });
  });

  it('被评价的就是监督人员：他看不到也办不了，由另一位监督人员办', async () => {
    const { ratingId } = await story.complain('tq01');
    expect(await show(CAST.supervisor, ratingId)).toMatchObject({ code: 'ticket.unknown' });
    expect(await story.moveAs(CAST.supervisor, ratingId, { move: 'remind' })).toMatchObject({ code: 'ticket.unknown' });
    await story.moves(PERSONAS.taiqianSecondSupervisor, ratingId, [{ move: 'remind' }]);
  });

  it('第十九条 线索密封转交，工单照常办理，单位看不出来', async () => {
    const { ratingId } = await story.complain('tq02', { comment: '要了好处费才给办' });
    const seen = async () => JSON.stringify([(await show(CAST.liaison, ratingId)).value, story.fileOf(ratingId)]);
    const before = await seen();
    const transfer = { ratingId, note: '反映窗口人员收钱' };
    expect(await story.ask(CAST.supervisor, 'clue.transfer', transfer)).toMatchObject({ ok: true });
    expect(await seen()).toBe(before);
    await story.handle(ratingId);
  });
});

describe('台前县：期限', () => {
  itCountsDays(stage);
});

describe('台前县：经得起', () => {
  itStandsUpTo(CAST, stage);
});
