import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { verifiedTicket } from '../support/a-verified-ticket';
import { aPhone, type Phone } from '../support/weapp/a-phone';

describe('a rater who follows his rating', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud?.close());

  let raters = 0;
  const rated = async (given: object = { level: 'dissatisfied', tags: ['213'] }) => {
    const openid = `follower-${++raters}`;
    const receipt = await cloud.citizen(openid, 'rating.submit', aRating(cloud, given));
    return { openid, ratingId: receipt.value.ratingId as string };
  };
  const atProgress = (
    { openid, ratingId }: Awaited<ReturnType<typeof rated>>,
    phone = aPhone({ url: cloud.url, openid }),
  ) => {
    phone.open(`/mine/progress/index?ratingId=${encodeURIComponent(ratingId)}`);
    return phone;
  };
  const sent = (phone: Phone, action: string) =>
    phone.calls.filter((call) => call.action === action).map(({ input }) => input);

  it('reads what happens next, then the answer, and judges it with a last look', async () => {
    const rating = await rated();
    const phone = atProgress(rating);
    await phone.see('现在：待签收');
    await phone.see('核实情况');
    expect(phone.find('#verdict')).toBeUndefined();
    await verifiedTicket(cloud, rating.ratingId);
    atProgress(rating, phone);
    await phone.see('已加开一个窗口');
    await phone.see('到期没有评定的，工单办结，不算您满意');
    await phone.tap('#judge');
    await phone.see('请选择满意、基本满意或不满意。');
    expect(phone.html()).not.toContain('choice-list__choice--chosen');
    await phone.tap('#choice-satisfied');
    await phone.type('#verdict-words', '快多了');
    await phone.see('3/500');
    await phone.tap('#judge');
    await phone.see('评定提交后不能修改');
    expect(sent(phone, 'rating.judge')).toEqual([]);
    await phone.tap('#confirm-send');
    await phone.see('现在：已办结');
    await phone.see('快多了');
    expect(sent(phone, 'rating.judge')).toEqual([{ ratingId: rating.ratingId, verdict: 'satisfied', words: '快多了' }]);
  });

  it('不满意 says that it is done once more, the second time that it is not; then 追评', async () => {
    const rating = await rated();
    await verifiedTicket(cloud, rating.ratingId);
    const phone = atProgress(rating);
    await phone.see('退回责任单位重新办理一次');
    const judgeBadly = async () => {
      await phone.tap('#choice-dissatisfied');
      await phone.element('.choice-list__choice--chosen');
      await phone.tap('#judge');
      await phone.tap('#confirm-send');
    };
    await judgeBadly();
    await phone.see('现在：整改中');
    expect(phone.text()).not.toContain('整改结果和答复');
    await verifiedTicket(cloud, rating.ratingId);
    atProgress(rating, phone);
    await phone.see('已经重新办理过，工单如实办结');
    await judgeBadly();
    await phone.see('现在：已办结');
    await phone.tap('#unfold-follow-on');
    await phone.type('#follow-on-words', '还是老样子');
    await phone.see('5/500');
    await phone.tap('#send-follow-on');
    await phone.see('只能追加一次');
    await phone.tap('#confirm-send');
    await phone.see('我的追评');
    expect(phone.find('#unfold-follow-on')).toBeUndefined();
  });

  it('without a network keeps what was typed, even when the app is closed', async () => {
    const rating = await rated();
    await verifiedTicket(cloud, rating.ratingId);
    const phone = atProgress(rating);
    await phone.tap('#choice-basicallySatisfied');
    await phone.type('#verdict-words', '还可以');
    await phone.see('3/500');
    await phone.tap('#judge');
    await phone.element('#confirm-send');
    phone.setOffline(true);
    await phone.tap('#confirm-send');
    await phone.see('网络不通，内容已保留');
    phone.setOffline(false);
    atProgress(rating, phone);
    await phone.see('3/500');
    await phone.tap('#judge');
    await phone.tap('#confirm-send');
    await phone.see('现在：已办结');
    expect(JSON.stringify([...phone.storage])).not.toContain('还可以');
  });

  it('changes a good rating into a bad one, once; the page then tells who comes', async () => {
    const phone = atProgress(await rated({ level: 'satisfied', comment: '点错了' }));
    await phone.see('前可以改一次');
    await phone.tap('#to-change');
    await phone.element('#face-satisfied');
    await phone.tap('#send-change');
    await phone.see('内容没有变化');
    await phone.tap('#face-dissatisfied');
    await phone.see('哪里不满意');
    await phone.type('#comment', '');
    await phone.see('0/500');
    await phone.tap('#send-change');
    await phone.see('请选择标签或填写原因。');
    await phone.tap('#tag-209');
    await phone.until('the tag is chosen', () => phone.find('#tag-209')?.data.ariaChecked === true);
    await phone.tap('#send-change');
    await phone.see('责任单位会核实、整改并联系您');
    await phone.tap('#confirm-send');
    await phone.see('现在：待签收');
    await phone.see('修改前的评价');
    expect(phone.find('#to-change')).toBeUndefined();
  });

  it('sees in 我的 that something new was said, until he has read it', async () => {
    const { openid, ratingId } = await rated();
    await cloud.runClock();
    const phone = aPhone({ url: cloud.url, openid });
    phone.open('/pages/me/index');
    await phone.element('#unread');
    await phone.tap('#to-messages');
    await phone.see('您的评价已收到');
    (await phone.until('a message', () => phone.find('#messages .cell'))).dispatchEvent('tap');
    await phone.see('现在：待签收');
    expect(phone.route()).toBe('mine/progress/index');
    phone.open('/pages/me/index');
    await phone.until('the answer', () => phone.calls.filter(({ action }) => action === 'message.mine').length >= 3);
    await phone.until('it is read', () => !phone.find('#unread'));
    await verifiedTicket(cloud, ratingId);
    await cloud.runClock();
    phone.open('/pages/me/index');
    await phone.element('#unread');
  });
});
