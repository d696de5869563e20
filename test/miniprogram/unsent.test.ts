import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aProvenRater } from '../support/a-proven-rater';
import { aPhone, type Phone } from '../support/weapp/a-phone';
import { actions, choose, scan, submitted } from '../support/weapp/at-window';

const KEPT = '网络不通，您填写的内容已保存，网络恢复后会自动提交。';
/** The smallest JPEG with a picture in it. */
const JPEG = Buffer.from(
  '/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);

describe('a rating that waits on the phone', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud.close());

  const phoneOf = (openid: string, photos: readonly string[] = []) =>
    aPhone({ url: cloud.url, openid, files: new Map(photos.map((name) => [`wxfile://tmp/${name}`, JPEG])) });
  const ratingsOf = async (openid: string) => (await cloud.citizen(openid, 'rating.mine')).value.items;
  const commentOf = async (openid: string) => {
    const [{ ratingId }] = await ratingsOf(openid);
    return (await cloud.citizen(openid, 'rating.show', { ratingId })).value.comment;
  };

  const goodRating = async (phone: Phone, windowId: string) => {
    scan(phone, cloud, windowId);
    await choose(phone, 'satisfied');
    await phone.tap('#submit');
  };
  /** Without a network: complains with a photo, and closes the app. */
  const complainedWithPhoto = async (openid: string) => {
    const phone = phoneOf(openid, ['a.jpg']);
    phone.setOffline(true);
    scan(phone, cloud, 'tq01');
    await choose(phone, 'veryDissatisfied');
    await phone.tap('#add-photo');
    await phone.until('the photo is tried', () => actions(phone).includes('photo.add'));
    await phone.type('#comment', '如图');
    await phone.see('2/500');
    await phone.tap('#submit');
    await phone.tap('#confirm-send');
    await phone.see(KEPT);
    phone.loseTemporaryFiles();
    return phone;
  };

  it('keeps its photo when the app is closed, sends it, and clears it away', async () => {
    const phone = await complainedWithPhoto('photographer');
    scan(phone, cloud, 'tq01');
    await phone.see(KEPT);
    phone.setOffline(false);
    await phone.see('评价已提交');
    expect(submitted(phone).at(-1)?.photos).toEqual([expect.any(String)]);
    expect([...phone.files.keys()]).toEqual([]);
  });

  it('whose photo is gone all the same keeps its words, and can go without it', async () => {
    const phone = await complainedWithPhoto('unlucky-photographer');
    phone.files.clear();
    scan(phone, cloud, 'tq01');
    await phone.see(KEPT);
    phone.setOffline(false);
    await phone.see('没有提交成功：有照片已不在手机上，请去掉后提交，或重新选择。');
    await phone.tap('#send-without-photo');
    await phone.see('评价已提交');
    expect(submitted(phone).at(-1)).toMatchObject({ comment: '如图', photos: [] });
    expect(await commentOf('unlucky-photographer')).toBe('如图');
  });

  it('that was refused goes back to the form with all that it said', async () => {
    const phone = await complainedWithPhoto(await aProvenRater(cloud, 'corrector'));
    phone.files.clear();
    scan(phone, cloud, 'tq01');
    phone.setOffline(false);
    await phone.tap('#mend-unsent');
    expect((await phone.element('#comment')).data.value).toBe('如图');
    await phone.tap('.photos__drop');
    await phone.until('no photo is left', () => !phone.find('.photos__drop'));
    await phone.tap('#submit');
    await phone.tap('#confirm-send');
    await phone.see('评价已提交');
    expect(await ratingsOf('corrector')).toHaveLength(1);
  });

  it('says so when the phone has no room to keep it, and is sent all the same', async () => {
    const phone = phoneOf(await aProvenRater(cloud, 'hoarder'));
    const set = phone.storage.set.bind(phone.storage);
    phone.storage.set = (key, value) => {
      if (key.startsWith('unsent') && Array.isArray(value) && value.length > 0) throw new Error('exceed max size');
      return set(key, value);
    };
    scan(phone, cloud, 'cz02');
    await phone.see('2号窗口');
    phone.setOffline(true);
    await choose(phone, 'satisfied');
    await phone.tap('#submit');
    await phone.see('手机空间不足');
    expect(phone.text()).not.toContain('已保存');

    phone.setOffline(false);
    await phone.see('评价已提交');
    expect(await ratingsOf('hoarder')).toHaveLength(1);
  });

  it('that goes back to the form keeps its photo though the phone has no room for it twice', async () => {
    const phone = await complainedWithPhoto('full-phone');
    phone.files.clear();
    scan(phone, cloud, 'tq01');
    phone.setOffline(false);
    await phone.element('#mend-unsent');
    const set = phone.storage.set.bind(phone.storage);
    phone.storage.set = (key, value) => {
      if (key.startsWith('draft') && JSON.stringify(value).includes('wxfile')) throw new Error('exceed max size');
      return set(key, value);
    };
    await phone.tap('#mend-unsent');
    await phone.element('.photos__drop');
    expect((await phone.element('#comment')).data.value).toBe('如图');
  });

  it('without room to be kept is a draft again when the app was closed', async () => {
    const phone = phoneOf('closer');
    const set = phone.storage.set.bind(phone.storage);
    phone.storage.set = (key, value) => {
      if (key.startsWith('unsent')) throw new Error('exceed max size');
      return set(key, value);
    };
    phone.setOffline(true);
    await goodRating(phone, 'cz02');
    await phone.see('手机空间不足');
    scan(phone, cloud, 'cz02');
    await phone.see('已恢复您上次填写的内容。');
    expect(phone.find('#face-satisfied')?.data.ariaChecked).toBe(true);
  });

  it('does not hold up the others when the cloud fails at it, and says what is the matter', async () => {
    const phone = phoneOf('patient');
    phone.setOffline(true);
    for (const windowId of ['tq01', 'tq02']) {
      await goodRating(phone, windowId);
      await phone.see(KEPT);
    }
    phone.failNext('rating.submit');
    phone.setOffline(false);
    await phone.see('评价已提交');
    expect(await ratingsOf('patient')).toHaveLength(1);

    scan(phone, cloud, 'tq01');
    await phone.see('评价已提交');
    expect(await ratingsOf('patient')).toHaveLength(2);
  });

  it('at which the cloud failed does not blame the network', async () => {
    const phone = phoneOf(await aProvenRater(cloud, 'accused'));
    phone.setOffline(true);
    await goodRating(phone, 'cz02');
    await phone.see(KEPT);
    phone.failNext('rating.submit');
    phone.setOffline(false);
    await phone.see('系统出了点问题，您填写的内容已保存，下次打开时会自动提交。');
    phone.failNext('rating.submit');
    await phone.tap('#retry-unsent');
    await phone.see('立即重试');
    phone.open('/pages/mine/index');
    await phone.see('回执编号');
    expect(await ratingsOf('accused')).toHaveLength(1);
  });
});

describe('on a slow phone, while the receipt is being opened', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud.close());

  const slowPhone = async (openid: string) => {
    const files = new Map([['wxfile://tmp/a.jpg', JPEG]]);
    const phone = aPhone({ url: cloud.url, openid: await aProvenRater(cloud, openid), files, slowness: 400 });
    scan(phone, cloud, 'xq01');
    await phone.see('湘桥区政务服务中心');
    return phone;
  };
  const drafts = (phone: Phone) => [...phone.storage.keys()].filter((key) => key.startsWith('draft'));

  it('a second tap on 提交 sends nothing more', async () => {
    const phone = await slowPhone('double-tapper');
    await choose(phone, 'satisfied');
    await phone.tap('#submit');
    await phone.until('the draft is gone', () => drafts(phone).length === 0);
    await phone.tap('#submit');
    await phone.see('评价已提交');
    expect(submitted(phone)).toHaveLength(1);
  });

  it('a photo that was still on its way does not bring the draft back', async () => {
    const phone = await slowPhone('hesitant');
    await choose(phone, 'dissatisfied');
    let hear = () => {};
    const heard = new Promise<void>((resolve) => {
      hear = resolve;
    });
    phone.beforeHearing('photo.add', () => heard);
    await phone.tap('#add-photo');
    await phone.until('the photo is on its way', () => actions(phone).includes('photo.add'));
    await choose(phone, 'satisfied');
    await phone.tap('#submit');
    await phone.until('the draft is gone', () => drafts(phone).length === 0);
    hear();
    await phone.see('评价已提交');
    expect(drafts(phone)).toEqual([]);
  });
});
