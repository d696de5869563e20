import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppeal, ENDORSE, IN_TAIQIAN, PROPOSE } from '../support/an-appeal';

describe('复核申诉的人', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud?.close());

  it('自己提出的裁定不算自己的待办，是另一位的', async () => {
    const { taiqianSupervisor, taiqianSecondSupervisor } = cloud.personas;
    const { ratingId, moves } = await anAppeal(cloud, IN_TAIQIAN);
    const listed = async (openid: string, filter: string) => {
      const { value } = await cloud.staff(openid, 'appeal.list', { filter });
      return value.items.find((item: { ratingId: string }) => item.ratingId === ratingId);
    };
    await moves([[IN_TAIQIAN.liaison, ENDORSE]]);
    expect(await listed(taiqianSupervisor, 'todo')).toMatchObject({ isYours: true });
    await moves([[taiqianSupervisor, PROPOSE]]);
    expect(await listed(taiqianSupervisor, 'todo')).toBeUndefined();
    expect(await listed(taiqianSupervisor, 'open')).toMatchObject({ isYours: false, state: 'awaitingSecond' });
    expect(await listed(taiqianSecondSupervisor, 'todo')).toMatchObject({ isYours: true });
  });

  it('上一级复核异议的人可以联系评价人，评价人看得到；别的人不行', async () => {
    const { taiqianSupervisor, taiqianSecondSupervisor, puyangSupervisor, chaozhouSupervisor } = cloud.personas;
    const { openid, ratingId, moves } = await anAppeal(cloud, IN_TAIQIAN);
    const open = (staff: string) =>
      cloud.staff(staff, 'identity.open', { ratingId, part: 'contact', purpose: 'review' });
    await moves([
      [IN_TAIQIAN.liaison, ENDORSE],
      [taiqianSupervisor, PROPOSE],
      [taiqianSecondSupervisor, { move: 'confirmGrant' }],
    ]);
    expect(await open(puyangSupervisor)).toMatchObject({ code: 'ticket.unknown' });
    await cloud.citizen(openid, 'rating.object', { ratingId, words: '我说的是反话' });
    expect(await cloud.staff(puyangSupervisor, 'appeal.show', { ratingId })).toMatchObject({ ok: true });
    expect(await open(puyangSupervisor)).toMatchObject({ ok: true });
    expect(await open(chaozhouSupervisor)).toMatchObject({ code: 'ticket.unknown' });
    const { value } = await cloud.citizen(openid, 'rating.readers', { ratingId });
    const whats = value.items.map(({ unit, what }: { unit: string; what: string }) => [unit, what]);
    expect(whats).toContainEqual(['濮阳市政务服务管理机构', '查看申诉']);
    expect(whats).toContainEqual(['濮阳市政务服务管理机构', '查看评价人信息']);
  });

  it('说到申诉的消息通到申诉，说到工单的通到工单', async () => {
    const { ratingId } = await anAppeal(cloud, IN_TAIQIAN);
    await cloud.runClock();
    const { value } = await cloud.staff(IN_TAIQIAN.liaison, 'message.unit', {});
    const about = value.items.filter((item: { ratingId: string }) => item.ratingId === ratingId);
    expect(
      about.map(({ isAppeal, text }: { isAppeal: boolean; text: string }) => [isAppeal, text.slice(0, 2)]),
    ).toEqual(
      expect.arrayContaining([
        [true, '申诉'],
        [false, '新差'],
      ]),
    );
  });
});
