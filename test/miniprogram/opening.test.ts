import { NOTICE_TEXTS } from '@shared/policy/notices';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { aPhone, type Phone } from '../support/weapp/a-phone';

describe('an official who wants to know whom to call', () => {
  let cloud: TestCloud;
  let ratingId: string;
  const rater = () => cloud.personas.citizen;

  beforeAll(async () => {
    cloud = await aLocalCloud();
    const [person] = cloud.cloud.verifiers.people;
    await cloud.citizen(rater(), 'identity.proveNumber', {
      name: person?.name,
      idNumber: person?.idNumber,
      consent: NOTICE_TEXTS.idNumber.version,
    });
    const code = cloud.cloud.phoneCode(rater());
    await cloud.citizen(rater(), 'identity.provePhone', { code, consent: NOTICE_TEXTS.phone.version });
    const bad = aRating(cloud, { level: 'dissatisfied', tags: ['209'] });
    ratingId = (await cloud.citizen(rater(), 'rating.submit', bad)).value.ratingId;
  });
  afterAll(() => cloud?.close());

  const numberOfRater = () => cloud.cloud.verifiers.people[0]?.phone ?? '';
  const atTicket = (openid: string) => {
    const phone = aPhone({ url: cloud.url, openid });
    phone.open(`/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}`);
    return phone;
  };

  const openFor = async (phone: Phone, purpose: string) => {
    await phone.tap(`#choice-${purpose}`);
    await phone.element('.choice-list__choice--chosen');
    await phone.tap('#open');
  };

  it('chooses a purpose himself, sees the number, and the phone keeps nothing of it', async () => {
    const phone = atTicket(cloud.personas.taiqianUnitLiaison);
    await phone.see('工单上不显示评价人是谁');
    expect(phone.calls.map(({ action }) => action)).not.toContain('identity.open');
    await phone.tap('#open-contact');
    await phone.see('查看会留下记录，评价人能看到');
    await phone.tap('#open');
    await phone.see('请选择查看的用途。');
    await openFor(phone, 'followUp');
    await phone.see(numberOfRater());
    await phone.element('#dial');
    expect(JSON.stringify([...phone.storage])).not.toContain(numberOfRater());

    phone.open(`/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}`);
    await phone.see('工单上不显示评价人是谁');
    expect(phone.text()).not.toContain(numberOfRater());
  });

  it('asks a second supervisor for the rest, who finds it under 查看申请', async () => {
    const { taiqianUnitLiaison, taiqianSecondSupervisor } = cloud.personas;
    const asking = atTicket(taiqianUnitLiaison);
    await asking.tap('#open-person');
    await openFor(asking, 'dispute');
    await asking.tap('#request-opening');
    await asking.see('等待另一人同意');

    const deciding = aPhone({ url: cloud.url, openid: taiqianSecondSupervisor });
    deciding.open('/pages/me/index');
    await deciding.tap('#to-openings');
    await deciding.see('等您同意');
    (await deciding.until('a request', () => deciding.find('.cells .cell'))).dispatchEvent('tap');
    await deciding.tap('#agree');
    await deciding.see('同意以后不能收回');
    await deciding.tap('#confirm');
    await deciding.see('已经决定的');

    const again = atTicket(taiqianUnitLiaison);
    await again.tap('#open-person');
    await openFor(again, 'dispute');
    await again.see(cloud.cloud.verifiers.people[0]?.idNumber ?? '');
  });

  it('窗口工作人员 has no way there', async () => {
    const phone = aPhone({ url: cloud.url, openid: cloud.personas.taiqianClerk });
    phone.open('/staff/openings/index');
    await phone.see('您没有权限进行此操作');
    expect(
      await cloud.staff(cloud.personas.taiqianClerk, 'identity.open', {
        ratingId,
        part: 'contact',
        purpose: 'followUp',
      }),
    ).toMatchObject({ code: 'request.forbidden' });
  });
});
