import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aProvenRater } from '../support/a-proven-rater';
import { aPhone } from '../support/weapp/a-phone';
import { actions, choose, scan, submitted } from '../support/weapp/at-window';

const KEPT = '网络不通，您填写的内容已保存，网络恢复后会自动提交。';

describe('which service a rating goes to', () => {
  let cloud: TestCloud;
  beforeEach(async () => {
    cloud = await aLocalCloud();
  });
  afterEach(() => cloud.close());

  const phoneOf = (openid: string) => aPhone({ url: cloud.url, openid });
  /** The phone of somebody with one service that waits at 潮州 1号窗口, scanned without a network. */
  const scannedOffline = async () => {
    const phone = phoneOf(cloud.personas.citizen);
    phone.setOffline(true);
    scan(phone, cloud, 'cz01');
    await phone.see('您可以先填写评价。');
    return phone;
  };
  const mine = async () => (await cloud.citizen(cloud.personas.citizen, 'rating.mine')).value;

  it('scanned without a network and sent with one: to the service that waits there', async () => {
    const phone = await scannedOffline();
    await choose(phone, 'satisfied');
    phone.setOffline(false);
    await phone.tap('#submit');

    await phone.see('评价已提交');
    expect(submitted(phone)).toMatchObject([{ serviceKey: 'CZ1#1' }]);
    expect((await mine()).waiting.map(({ caseNo }: { caseNo: string }) => caseNo)).not.toContain('CZ1');
  });

  it('sent before the window has answered: the one question about it is enough', async () => {
    const phone = phoneOf(cloud.personas.citizen);
    let hear = () => {};
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    phone.beforeHearing('window.open', () => heard);
    scan(phone, cloud, 'cz01');
    await choose(phone, 'satisfied');
    await phone.tap('#submit');
    await phone.see('正在提交…');
    hear();

    await phone.see('评价已提交');
    expect(actions(phone)).toEqual(['window.open', 'rating.submit']);
    expect(submitted(phone)).toMatchObject([{ serviceKey: 'CZ1#1' }]);
  });

  it('sent by the queue: to the service that waits there', async () => {
    const phone = await scannedOffline();
    await choose(phone, 'satisfied');
    await phone.tap('#submit');
    await phone.see(KEPT);
    phone.setOffline(false);
    await phone.see('评价已提交');
    expect(submitted(phone)).toMatchObject([{ serviceKey: 'CZ1#1' }]);
    expect((await mine()).items).toMatchObject([{ servedBy: { item: expect.any(String) } }]);
  });

  it('its answer got lost: the retry goes to the same, though by now nothing waits at the window', async () => {
    const phone = await scannedOffline();
    await choose(phone, 'satisfied');
    phone.setOffline(false);
    phone.beforeHearing('rating.submit', () => Promise.reject(new Error('the answer got lost')));
    await phone.tap('#submit');
    await phone.see(KEPT);
    scan(phone, cloud, 'cz01');
    await phone.see('评价已提交');

    const [first, again] = submitted(phone);
    expect(again).toEqual(first);
    expect((await mine()).items).toHaveLength(1);
  });

  it('an earlier try with this draft was kept and said something else: the receipt says so', async () => {
    const phone = phoneOf(await aProvenRater(cloud, 'second-thoughts'));
    scan(phone, cloud, 'cz01');
    await phone.see('1号窗口');
    await choose(phone, 'satisfied');
    phone.beforeHearing('rating.submit', async () => {
      // The app is closed before it has heard of its receipt.
      scan(phone, cloud, 'cz01');
      return new Promise(() => {});
    });
    await phone.tap('#submit');
    await phone.until('the app was closed', () => phone.text().includes('已恢复您上次填写的内容。'));
    await choose(phone, 'verySatisfied');
    await phone.tap('#submit');

    await phone.see('这次评价先前已经收到，保存的是先前提交的内容。');
    expect(phone.text()).not.toContain('评价已提交');
    await phone.tap('#to-progress');
    await phone.see('进度');
    await phone.see('满意');
    expect((await cloud.citizen('second-thoughts', 'rating.mine')).value.items).toMatchObject([{ level: 'satisfied' }]);
  });

  it('a code that was taken down meanwhile says so, and nothing is lost', async () => {
    const phone = phoneOf('passer-by');
    const old = cloud.oldSigns.find(({ windowId }) => windowId === 'tq04')?.scene ?? '';
    phone.setOffline(true);
    phone.open(`/pages/rate/index?scene=${encodeURIComponent(old)}`);
    await choose(phone, 'satisfied');
    phone.setOffline(false);
    await phone.tap('#submit');
    expect((await phone.element('#page-error')).dom.textContent).toMatch(/已经停用/);
    expect(submitted(phone)).toEqual([]);
  });

  it('a case number that was typed without a network goes with the rating', async () => {
    const phone = phoneOf('passer-by');
    phone.setOffline(true);
    scan(phone, cloud, 'tq02');
    await choose(phone, 'dissatisfied');
    await phone.type('#comment', '材料交了三次');
    await phone.type('#case-no', 'TQ3');
    await phone.until('the number is taken over', () => phone.find('#case-no')?.data.value === 'TQ3');
    phone.setOffline(false);
    await phone.tap('#submit');
    await phone.tap('#confirm-send');
    await phone.see('评价已提交');
    expect(submitted(phone)).toMatchObject([{ scene: cloud.sign('tq02').scene, caseNo: 'TQ3' }]);
  });

  it('a service that was chosen and is rated by now is not sent: the screen names none', async () => {
    const phone = phoneOf(await aProvenRater(cloud, cloud.personas.citizen));
    scan(phone, cloud, 'cz01');
    await phone.tap('#change-service');
    await phone.tap('.choice-list__choice');
    await choose(phone, 'satisfied');
    const rated = { serviceKey: 'CZ1#1', level: 'satisfied', tags: [], comment: '', photos: [] };
    await cloud.citizen(cloud.personas.citizen, 'rating.submit', { ...rated, idempotencyKey: 'on-another-phone' });

    scan(phone, cloud, 'cz01');
    await phone.see('1号窗口');
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(submitted(phone)).toMatchObject([{ scene: cloud.sign('cz01').scene }]);
    expect(submitted(phone)[0]).not.toHaveProperty('serviceKey');
  });

  it('都不是 was chosen: nobody asks the window again, and it is a walk-in', async () => {
    const phone = phoneOf(await aProvenRater(cloud, cloud.personas.citizen));
    scan(phone, cloud, 'cz01');
    await phone.tap('#change-service');
    await phone.tap('#choice-none');
    await choose(phone, 'satisfied');
    phone.setOffline(true);
    scan(phone, cloud, 'cz01');
    await phone.see('您可以先填写评价。');
    phone.setOffline(false);
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(submitted(phone)).toMatchObject([{ scene: cloud.sign('cz01').scene }]);
  });
});
