import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aProvenRater } from '../support/a-proven-rater';
import { aPhone, type Phone } from '../support/weapp/a-phone';

/** At the turn of the year the next holidays may not be announced yet: then the receipt says so. */
const PROMISE = /我们会在 \d+月\d+日 17:30 前联系您|放假安排公布后确定|您没有留下电话/;
const SETDATA_MAX_BYTES = 64 * 1024;
const KEPT = '网络不通，您填写的内容已保存，网络恢复后会自动提交。';
/** The smallest JPEG with a picture in it. */
const JPEG = Buffer.from(
  '/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);

describe('the uploaded package on a phone', () => {
  let cloud: TestCloud;
  const phones: Phone[] = [];

  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud?.close());

  const phoneOf = (openid: string, files?: ReadonlyMap<string, Buffer>) => {
    const phone = aPhone({ url: cloud.url, openid, ...(files && { files }) });
    phones.push(phone);
    return phone;
  };
  const provenPhoneOf = async (openid: string, files?: ReadonlyMap<string, Buffer>) =>
    phoneOf(await aProvenRater(cloud, openid), files);
  const scan = (phone: Phone, windowId: string) =>
    phone.open(`/pages/rate/index?scene=${encodeURIComponent(cloud.sign(windowId).scene)}`);
  const choose = async (phone: Phone, level: string) => {
    await phone.tap(`#face-${level}`);
    await phone.until(`${level} is chosen`, () => phone.find(`#face-${level}`)?.data.ariaChecked === true);
  };
  const actions = (phone: Phone) => phone.calls.map(({ action }) => action);
  const ratingsOf = async (openid: string) => (await cloud.citizen(openid, 'rating.mine')).value.items;

  it('draws the form before any answer, and fills in who served with one call', async () => {
    const phone = phoneOf('quick-1');
    phone.setOffline(true);
    scan(phone, 'tq02');
    await phone.see('非常不满意');
    await phone.see('您可以先填写评价。');

    phone.setOffline(false);
    scan(phone, 'tq02');
    await phone.see('赵小晴');
    expect(actions(phone)).toEqual(['window.open', 'window.open']);
  });

  it.each([
    ['scene of a mini-program code, percent-encoded', (token: string) => `scene=${encodeURIComponent(token)}`],
    ['q of a printed link', (token: string) => `q=${encodeURIComponent(`https://haochaping.test/w/${token}`)}`],
  ])('opens by %s', async (_, query) => {
    const phone = phoneOf('quick-2');
    phone.open(`/pages/rate/index?${query(cloud.sign('cz01').scene)}`);
    await phone.see('潮州市政务服务中心');
  });

  it('五个等级 are a radio group of five, none of them chosen beforehand', async () => {
    const phone = phoneOf('reader');
    scan(phone, 'tq02');
    const first = await phone.element('#face-verySatisfied');
    expect(first.data).toMatchObject({
      ariaRole: 'radio',
      ariaLabel: '非常满意，五个选项中的第一个',
      ariaChecked: false,
    });
    await choose(phone, 'satisfied');
    expect(phone.find('#face-verySatisfied')?.data.ariaChecked).toBe(false);
  });

  it('a good rating: two taps, two calls, a receipt', async () => {
    const phone = await provenPhoneOf('pleased');
    scan(phone, 'cz02');
    await phone.see('2号窗口');
    await choose(phone, 'verySatisfied');
    await phone.see('可选：说说好在哪里');
    await phone.tap('#submit');

    await phone.see('评价已提交');
    expect(phone.route()).toBe('pages/receipt/index');
    await phone.see('潮州市政务服务中心');
    expect(actions(phone)).toEqual(['window.open', 'rating.submit']);
    expect(await ratingsOf('pleased')).toMatchObject([{ level: 'verySatisfied' }]);
  });

  it('基本满意 is asked neutrally: nobody is asked for praise', async () => {
    const phone = phoneOf('lukewarm');
    scan(phone, 'cz02');
    await choose(phone, 'basicallySatisfied');
    await phone.see('可选：有什么想说的');
    expect(phone.text()).not.toContain('说说好在哪里');
  });

  it.each([
    ['cz02', '2号窗口', '实名评价（本地要求）：未完成'],
    ['tq02', '2号窗口', '实名评价（自愿）：未实名'],
  ])('第九条 %s: under whose name it goes is said once the words are there', async (windowId, name, words) => {
    const phone = phoneOf('named');
    scan(phone, windowId);
    await phone.see(name);
    await phone.see('窗口人员看不到您是谁。');
    expect(phone.text()).not.toContain('实名');
    await choose(phone, 'satisfied');
    await phone.see(words);
  });

  it('what is on its way cannot be taken back to the form', async () => {
    const phone = await provenPhoneOf('waverer');
    scan(phone, 'tq02');
    await choose(phone, 'dissatisfied');
    await phone.tap('#tag-209');
    await phone.until('the tag is chosen', () => phone.find('#tag-209')?.data.ariaChecked === true);
    await phone.tap('#submit');
    let hear = () => {};
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    phone.beforeHearing('rating.submit', () => heard);
    await phone.tap('#confirm-send');
    await phone.see('正在提交…');
    await phone.tap('#confirm-back');
    await phone.tap('.sheet__shade');
    expect(phone.find('#confirm-send')).toBeDefined();
    hear();
    await phone.see('评价已提交');
  });

  it('第七条 a bad rating without a reason is asked for one beside the field, and then goes through', async () => {
    const phone = phoneOf('displeased');
    scan(phone, 'tq02');
    await phone.see('2号窗口');
    await choose(phone, 'dissatisfied');
    await phone.element('#comment');
    await phone.tap('#submit');
    expect((await phone.element('#reason-error')).dom.textContent).toBe('请选择标签或填写原因。');
    expect(actions(phone)).toEqual(['window.open']);

    await phone.type('#comment', '等了两个小时');
    await phone.until('the complaint is gone', () => !phone.find('#reason-error'));
    await phone.tap('#submit');
    await phone.see('将要提交的评价');
    await phone.tap('#confirm-send');
    await phone.tap('#go-without');

    await phone.see('评价已提交');
    expect(phone.text()).toMatch(PROMISE);
    await phone.tap('#to-progress');
    await phone.see('现在：待签收');
    await phone.see('等了两个小时');
  });

  it('photos go to the cloud as they are chosen, and with the rating by name', async () => {
    const phone = await provenPhoneOf('witness', new Map([['wxfile://tmp/a.jpg', JPEG]]));
    scan(phone, 'tq01');
    await phone.see('1号窗口');
    await choose(phone, 'veryDissatisfied');
    await phone.tap('#add-photo');
    await phone.until('the photo is sent', () => actions(phone).includes('photo.add'));
    await phone.type('#comment', '如图');
    await phone.see('2/500');
    await phone.tap('#submit');
    await phone.tap('#confirm-send');
    await phone.see('评价已提交');

    expect(actions(phone).slice(0, 3)).toEqual(['window.open', 'photo.add', 'rating.submit']);
    const sent = phone.calls[2]?.input.photos;
    expect(sent).toEqual([expect.any(String)]);
  });

  it('a draft is there again after the app was closed, with the same key', async () => {
    const phone = phoneOf('forgetful');
    scan(phone, 'tq03');
    await choose(phone, 'dissatisfied');
    await phone.type('#comment', '还没有写完');
    await phone.until('the counter follows', () => phone.text().includes('5/500'));

    scan(phone, 'tq03');
    const comment = await phone.element('#comment');
    expect(comment.data.value).toBe('还没有写完');
    expect(phone.find('#face-dissatisfied')?.data.ariaChecked).toBe(true);
    await phone.see('已恢复您上次填写的内容。');
  });

  it('without a network the rating waits, survives the app, and is sent once with the same key', async () => {
    const phone = await provenPhoneOf('far-away');
    scan(phone, 'xq01');
    await phone.see('湘桥区政务服务中心');
    await choose(phone, 'satisfied');
    phone.setOffline(true);
    await phone.tap('#submit');
    await phone.see(KEPT);

    scan(phone, 'xq01');
    await phone.see(KEPT);
    phone.setOffline(false);
    await phone.see('评价已提交');

    const keys = phone.calls
      .filter(({ action }) => action === 'rating.submit')
      .map(({ input }) => input.idempotencyKey);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    expect(await ratingsOf('far-away')).toHaveLength(1);
    phone.comeBack();
    expect(phone.calls.filter(({ action }) => action === 'rating.submit')).toHaveLength(keys.length);
  });

  it('an answer that got lost does not make two ratings', async () => {
    const phone = await provenPhoneOf('unlucky');
    scan(phone, 'cz02');
    await phone.see('2号窗口');
    await choose(phone, 'satisfied');
    cloud.cloud.faults.next('dropAnswer', 'citizen');
    await phone.tap('#submit');
    await phone.see(KEPT);
    await phone.tap('#retry-unsent');
    await phone.see('评价已提交');
    expect(await ratingsOf('unlucky')).toHaveLength(1);
  });

  it('a second tap on 提交 sends nothing more', async () => {
    const phone = await provenPhoneOf('hasty');
    scan(phone, 'cz02');
    await phone.see('2号窗口');
    await choose(phone, 'satisfied');
    await Promise.all([phone.tap('#submit'), phone.tap('#submit'), phone.tap('#submit')]);
    await phone.see('评价已提交');
    expect(actions(phone)).toEqual(['window.open', 'rating.submit']);
  });

  it('a case number of another window is refused beside its field, and nothing typed is lost', async () => {
    const phone = await provenPhoneOf('mistaken');
    scan(phone, 'tq02');
    await phone.see('2号窗口');
    await choose(phone, 'dissatisfied');
    await phone.type('#comment', '材料交了三次');
    await phone.type('#case-no', 'CZ2');
    await phone.until('the number is taken over', () => phone.find('#case-no')?.data.value === 'CZ2');
    await phone.tap('#submit');
    await phone.tap('#confirm-send');
    expect((await phone.element('#case-error')).dom.textContent).toMatch(/请核对/);
    expect((await phone.element('#comment')).data.value).toBe('材料交了三次');
  });

  it.each([
    ['forged', '1.tq02.1.AAAAAAAAAAAAAAAA', /无法识别这个二维码/],
    ['replaced', 'tq04', /已经停用/],
  ])('a %s code says what to do instead of a form', async (_, code, sentence) => {
    const old = cloud.oldSigns.find(({ windowId }) => windowId === code);
    const phone = phoneOf('passer-by');
    phone.open(`/pages/rate/index?scene=${encodeURIComponent(old?.scene ?? code)}`);
    expect((await phone.element('#refused-message')).dom.textContent).toMatch(sentence);
    expect(phone.find('#submit')).toBeUndefined();
    expect(phone.find('#retry')).toBeUndefined();
    await phone.element('#scan');
    await phone.element('#to-home');
  });

  it('one of my own services is rated from 我的评价 without a further call for its page', async () => {
    const phone = phoneOf(cloud.personas.otherCitizen);
    phone.open('/pages/mine/index');
    const cell = await phone.until('a waiting service', () => phone.find('.cells .cell'));
    cell.dispatchEvent('tap');
    await choose(phone, 'satisfied');
    expect(phone.find('#rescan')).toBeUndefined();
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(actions(phone)).toEqual(['rating.mine', 'rating.submit']);
    expect(phone.calls.at(-1)?.input).toMatchObject({ serviceKey: expect.stringContaining('#1') });
  });

  it('a service that was rated meanwhile leads to 我的评价', async () => {
    const { citizen } = cloud.personas;
    const [service] = (await cloud.citizen(citizen, 'rating.mine')).value.waiting;
    const phone = phoneOf(citizen);
    phone.open(`/pages/rate/index?serviceKey=${encodeURIComponent(service.key)}`);
    await phone.see(service.window);
    await choose(phone, 'satisfied');
    const elsewhere = { serviceKey: service.key, level: 'satisfied', idempotencyKey: 'rated-elsewhere-1' };
    await cloud.citizen(citizen, 'rating.submit', elsewhere);
    await phone.tap('#submit');
    await phone.see('这次服务已经评价过了');
    await phone.tap('#to-mine');
    await phone.see('已评价');
  });

  it('never hands more than 64 KB to the drawing side at once', () => {
    const largest = phones
      .flatMap(({ setDatas }) => setDatas)
      .reduce((most, one) => (one.bytes > most.bytes ? one : most));
    console.info(`largest setData: ${largest.bytes} bytes on ${largest.route}`);
    expect(largest.bytes).toBeLessThan(SETDATA_MAX_BYTES);
  });
});
