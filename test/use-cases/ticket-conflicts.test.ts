import type { RatingFile } from '@shared/domain/rating-file';
import type { StaffMember } from '@shared/domain/role';
import { dayOf } from '@shared/kernel/time';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aTicketStory, HANDLING, SUBMIT, type TicketStory } from '../support/a-ticket-story';
import { PERSONAS, SMALL_TABLES } from '../support/small-world';

const CAST = {
  windowId: 'tq02',
  clerk: PERSONAS.taiqianClerk,
  liaison: PERSONAS.taiqianUnitLiaison,
  supervisor: PERSONAS.taiqianSupervisor,
  liaisonElsewhere: PERSONAS.taiqianTownLiaison,
  supervisorElsewhere: PERSONAS.chaozhouSupervisor,
  asksProof: false,
} as const;

let cloud: TestCloud;
let story: TicketStory;
beforeAll(async () => {
  // Who serves at this window answers for its unit too.
  const tq04 = { onDuty: { staffId: 'liaison-tq-market', name: '某某', workNo: '001' } };
  const accounts = [
    ...SMALL_TABLES.accounts,
    { openid: 'serves-and-answers', staffId: 'liaison-tq-market', about: '' },
    { openid: 'market-clerk', staffId: 'clerk-tq04', about: '' },
  ];
  cloud = await aLocalCloud({ tables: { ...SMALL_TABLES, windows: { ...SMALL_TABLES.windows, tq04 }, accounts } });
  story = aTicketStory(cloud, CAST);
}, 60_000);
afterAll(() => cloud.close());

const memberOf = (openid: string) => {
  const [member] = cloud.cloud.database.find('staff', { accountRef: cloud.digests.accountRef(openid) });
  return member as unknown as StaffMember;
};
/** A colleague with the same posts, on a phone of his own. */
const aColleague = async (openid: string, of: string) => {
  const account = { _id: openid, accountRef: cloud.digests.accountRef(openid) };
  await cloud.cloud.database.insertMany('staff', [{ ...memberOf(of), ...account }]);
};
const grant = async (openid: string, grants: StaffMember['grants']) => {
  await cloud.cloud.database.replace('staff', { ...memberOf(openid), grants });
};

it('回访和联系是他做的，整改由同事提交：他后来当了监督人员，也不能审核这一件', async () => {
  const { ratingId } = await story.complain();
  await aColleague('moves-up', CAST.liaison);
  await story.moves('moves-up', ratingId, HANDLING.slice(0, -1));
  await story.moves(CAST.liaison, ratingId, [SUBMIT]);
  await grant('moves-up', memberOf(CAST.supervisor).grants);
  expect(await story.moveAs('moves-up', ratingId, { move: 'verify' })).toMatchObject({ code: 'ticket.ownWork' });
  await story.verify(ratingId);
});

it('同一人兼局里的责任人员和监督人员：待派单的工单照样派得出去', async () => {
  const { ratingId } = await story.complain('tq03');
  await aColleague('both-posts', CAST.supervisor);
  const bureau = { role: 'liaison', orgId: story.ticketOf(ratingId).bureauId } as const;
  await grant('both-posts', [...memberOf('both-posts').grants, bureau]);
  expect((await story.ask('both-posts', 'ticket.show', { ratingId })).value.moves).toEqual(['dispatch']);
  await story.moves('both-posts', ratingId, [{ move: 'dispatch', unitId: 'tq-insurance' }]);
});

it('整改过了期限才研判为复杂：期限不再往后，逾期还是逾期', async () => {
  const { ratingId } = await story.on('2026-06-08').complain();
  await story.on('2026-06-09').moves(CAST.liaison, ratingId, HANDLING.slice(0, 3));
  const due = story.dueOf(ratingId, 'rectify');
  await cloud.runClock();
  const complex = { move: 'classify', cause: 'process', isComplex: true };
  await story.on('2026-06-17').moves(CAST.liaison, ratingId, [complex]);
  expect(story.dueOf(ratingId, 'rectify')).toBe(due);
  expect(story.ticketOf(ratingId).handling.escalation).toBe(1);
});

it('五十张看不成的工单（机构已不在）排在前面，后面的逾期照样上报', async () => {
  const { ratingId } = await story.on('2026-06-08').complain();
  const one = story.fileOf(ratingId);
  const broken = Array.from({ length: 50 }, (_, n): RatingFile => {
    const nextAt = (one.ticket?.nextAt ?? 0) - 1000;
    const lost = { ...one.subject, orgPath: ['gone'] };
    const ticket = one.ticket && { ...one.ticket, nextAt };
    return {
      ...one,
      _id: `broken-${n}`,
      idempotencyKey: `broken-${n}`,
      subject: lost,
      ticket,
      outbox: [],
      outboxAt: null,
    };
  });
  await cloud.cloud.database.insertMany('ratings', broken);
  await cloud.runClock();
  await cloud.runClock();
  expect(story.ticketOf(ratingId).handling.escalation).toBe(1);
});

it('被评价的责任人员自己指定的代理人，办不了评他的工单：派不到那里去', async () => {
  const { ratingId } = await story.complain('tq04');
  expect(story.ticketOf(ratingId)).toMatchObject({ state: 'awaitingDispatch', unitId: 'tq-bureau' });
  const today = dayOf(Date.now());
  const named = { orgId: 'tq-market', staffId: 'clerk-tq04', from: today, until: today };
  expect(await story.ask('serves-and-answers', 'liaison.deputize', named)).toMatchObject({ ok: true });
  const dispatch = { move: 'dispatch', unitId: 'tq-market' };
  expect(await story.moveAs(CAST.supervisor, ratingId, dispatch)).toMatchObject({ code: 'ticket.unitInvalid' });
});
