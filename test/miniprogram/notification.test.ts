import type { Grant } from '@shared/domain/notification';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aProvenRater } from '../support/a-proven-rater';
import { aPhone } from '../support/weapp/a-phone';
import { choose, scan } from '../support/weapp/at-window';

type Question = {
  readonly tmplIds: readonly string[];
  success(answer: object): void;
  fail(failure: object): void;
};

describe('整改结果通知我', () => {
  let cloud: TestCloud;
  let questions: (readonly string[])[];
  /** What the person does with WeChat's question; a number is its error. */
  let answers: 'accept' | 'reject' | number;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud?.close());
  beforeEach(() => {
    questions = [];
    answers = 'accept';
  });

  const phoneOf = (openid: string) =>
    aPhone({
      url: cloud.url,
      openid,
      wechat: {
        requestSubscribeMessage: ({ tmplIds, success, fail }: Question) => {
          questions.push(tmplIds);
          if (typeof answers === 'number') return fail({ errMsg: 'requestSubscribeMessage:fail', errCode: answers });
          if (answers === 'accept') cloud.cloud.verifiers.subscriptions.accept(openid, tmplIds);
          success({ errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(tmplIds.map((id) => [id, answers])) });
        },
      },
    });
  const leftOf = (openid: string) =>
    (cloud.cloud.database.get('grants', cloud.digests.accountRef(openid)) as Grant | undefined)?.left;
  const rateBadly = async (openid: string) => {
    const phone = phoneOf(await aProvenRater(cloud, openid));
    scan(phone, cloud, 'tq02');
    await choose(phone, 'dissatisfied');
    await phone.type('#comment', '材料交了三次');
    await phone.tap('#submit');
    await phone.tap('#confirm-send');
    await phone.see('评价已提交');
    return phone;
  };

  it('只在点的时候问微信，点了才记一次', async () => {
    const phone = await rateBadly('taps');
    await phone.element('#tell-me');
    expect(questions).toEqual([]);
    await phone.tap('#tell-me');
    await phone.see('整改有了结果，会在微信里告诉您。');
    expect(questions).toEqual([['local-template-progress']]);
    expect(leftOf('taps')).toEqual({ progress: 1, work: 0 });
  });

  it('没有允许、关了订阅消息：说清楚，什么都不记', async () => {
    const phone = await rateBadly('refuses');
    answers = 'reject';
    await phone.tap('#tell-me');
    await phone.see('您没有允许，不会发送');
    answers = 20004;
    await phone.tap('#tell-me');
    await phone.see('微信设置里关闭了订阅消息');
    expect(leftOf('refuses')).toBeUndefined();
  });

  it('问微信以前不等网络；允许以后网络断了：再点一次只告诉云端，不再问微信，也只记一次', async () => {
    const phone = await rateBadly('loses-network');
    await phone.element('#tell-me');
    phone.setOffline(true);
    await phone.tap('#tell-me');
    await phone.see('网络不通');
    phone.setOffline(false);
    await phone.tap('#tell-me');
    await phone.see('整改有了结果，会在微信里告诉您。');
    expect(questions).toHaveLength(1);
    expect(leftOf('loses-network')?.progress).toBe(1);
  });

  it('满意的评价没有这个按钮，也不多问云端一次', async () => {
    const phone = phoneOf('is-satisfied');
    scan(phone, cloud, 'tq02');
    await choose(phone, 'satisfied');
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(phone.find('#tell-me')).toBeUndefined();
    expect(phone.calls.map(({ action }) => action)).not.toContain('notice.mine');
  });

  it('消息提醒：还会发几条，停掉', async () => {
    const phone = phoneOf('settles');
    phone.open('/pages/me/index');
    await phone.tap('#to-reminders');
    await phone.see('没有开，点下面允许一条');
    await phone.tap('#allow-one');
    await phone.see('开着，还会发1条');
    await phone.tap('#allow-one');
    await phone.see('开着，还会发2条');
    await phone.tap('#stop-reminders');
    await phone.see('没有开，点下面允许一条');
    expect(leftOf('settles')).toBeUndefined();
  });

  it('工作提醒：责任人员有，窗口人员没有入口', async () => {
    const liaison = phoneOf(cloud.personas.taiqianUnitLiaison);
    liaison.open('/pages/me/index');
    await liaison.tap('#to-work-reminders');
    await liaison.tap('#allow-one');
    await liaison.see('开着，还会发1条');
    expect(questions).toEqual([['local-template-work']]);
    const clerk = phoneOf(cloud.personas.taiqianClerk);
    clerk.open('/pages/me/index');
    await clerk.element('#to-own');
    expect(clerk.find('#to-work-reminders')).toBeUndefined();
  });
});

describe('没有开通订阅消息的地方', () => {
  it('回执上没有这个按钮', async () => {
    const cloud = await aLocalCloud({ env: { HAOCHAPING_TEMPLATES: '' } });
    const phone = aPhone({ url: cloud.url, openid: await aProvenRater(cloud, 'nobody-asks') });
    scan(phone, cloud, 'tq02');
    await choose(phone, 'dissatisfied');
    await phone.type('#comment', '材料交了三次');
    await phone.tap('#submit');
    await phone.tap('#confirm-send');
    await phone.see('评价已提交');
    await phone.until('asked', () => phone.calls.some(({ action }) => action === 'notice.mine'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(phone.find('#tell-me')).toBeUndefined();
    await cloud.close();
  });
});
