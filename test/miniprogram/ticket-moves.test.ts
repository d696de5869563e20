import type { RatingFile } from '@shared/domain/rating-file';
import { REPLY_TEMPLATES } from '@shared/policy/reply-templates';
import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';
import { aPhone, type Phone } from '../support/weapp/a-phone';

const MEASURES = '高峰期加开一个窗口，已贴出公告';
const REPLY = '已加开一个窗口，给您带来不便，请谅解。';

/** The smallest JPEG with a picture in it. */
const JPEG = Buffer.from(
  '/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);

describe('an official who works on a ticket with one thumb', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud?.close());

  let raters = 0;
  const rated = async (windowId = 'tq02'): Promise<string> => {
    const openid = `moves-rater-${++raters}`;
    if (!windowId.startsWith('tq')) await cloud.provePhone(openid);
    const bad = aRating(cloud, { level: 'dissatisfied', tags: ['209'], scene: cloud.sign(windowId).scene });
    return (await cloud.citizen(openid, 'rating.submit', bad)).value.ratingId;
  };
  const fileOf = (id: string) => cloud.cloud.database.get('ratings', id) as RatingFile;
  const move = async (openid: string, ratingId: string, step: object) => {
    const answer = await cloud.staff(openid, 'ticket.move', { ratingId, version: fileOf(ratingId).rev, step });
    expect(answer).toMatchObject({ ok: true });
  };
  const asFarAs = async (ratingId: string, steps: readonly object[]) => {
    for (const step of steps) await move(cloud.personas.taiqianUnitLiaison, ratingId, step);
  };
  const TO_CURE = [
    { move: 'accept' },
    { move: 'recordAttempt', outcome: 'reached' },
    { move: 'recordFollowUp', finding: 'substantiated', note: '高峰期只开一个窗口' },
    { move: 'classify', cause: 'process', isComplex: false },
  ];

  const openTicket = (phone: Phone, ratingId: string) =>
    phone.open(`/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}`);
  const atTicket = (openid: string, ratingId: string) => {
    const phone = aPhone({ url: cloud.url, openid, files: new Map([['wxfile://tmp/a.jpg', JPEG]]) });
    openTicket(phone, ratingId);
    return phone;
  };
  const choose = async (phone: Phone, value: string) => {
    await phone.tap(`#choice-${value}`);
    await phone.until(`${value} is chosen`, () => phone.find(`#choice-${value}`)?.data.ariaChecked === true);
  };
  const typedIn = async (phone: Phone, field: string) => (await phone.element(field)).data.value;
  const write = async (phone: Phone, field: string, text: string) => {
    await phone.type(field, text);
    await phone.until(`${text} in ${field}`, () => phone.find(field)?.data.value === text);
  };
  const isClosed = (phone: Phone) => phone.until('the sheet is closed', () => !phone.find('#sheet'));

  it('signs for it with one tap, calls, finds out, says what it was, and hands in the result', async () => {
    const ratingId = await rated();
    const phone = atTicket(cloud.personas.taiqianUnitLiaison, ratingId);
    await phone.see('请签收，并联系评价人。');
    await phone.tap('#move-accept');
    await phone.see('已签收。');

    await phone.tap('#move-recordAttempt');
    await phone.see('至少联系 3 次、分 2 天');
    await phone.tap('#move-submit');
    await phone.see('请选择联系结果。');
    await choose(phone, 'reached');
    await write(phone, '#words', '说好明天回话');
    await phone.tap('#move-submit');
    await isClosed(phone);
    await phone.see('已接通：说好明天回话');

    await phone.tap('#move-recordFollowUp');
    await choose(phone, 'substantiated');
    await phone.tap('#move-submit');
    await phone.see('请写明情况，再提交。');
    await write(phone, '#words', '高峰期只开一个窗口');
    await phone.tap('#move-submit');
    await phone.see('请先研判是什么问题，再整改。');

    await phone.tap('#move-classify');
    await phone.see('整改期限 5 个工作日');
    await phone.see('整改期限 15 个工作日');
    await choose(phone, 'process');
    await choose(phone, 'simple');
    await phone.tap('#move-submit');
    await phone.see('办事流程，一般问题');

    await phone.tap('#move-submitRectification');
    await write(phone, '#measures', MEASURES);
    await phone.tap('#templates');
    await phone.tap('#template-0');
    await phone.until('the template', () => phone.find('#reply')?.data.value === REPLY_TEMPLATES.process[0]);
    await phone.tap('#move-submit');
    await phone.see('请把【】里的内容改成实际情况');
    await write(phone, '#reply', REPLY);
    await phone.tap('#move-submit');
    await phone.see('整改结果已提交，等待主管单位审核。');
    expect(phone.find('#more-moves')).toBeUndefined();
    expect(fileOf(ratingId).ticket).toMatchObject({
      state: 'awaitingVerification',
      handling: { rectification: { measures: MEASURES, reply: REPLY } },
    });
  });

  it('loses nothing to a dead network and a closed phone', async () => {
    const ratingId = await rated();
    await asFarAs(ratingId, TO_CURE);
    const phone = atTicket(cloud.personas.taiqianUnitLiaison, ratingId);
    await phone.tap('#move-submitRectification');
    await write(phone, '#measures', MEASURES);
    await write(phone, '#reply', REPLY);
    phone.setOffline(true);
    await phone.tap('#add-photo');
    await phone.element('.photos__one');
    await phone.tap('#move-submit');
    await phone.see('网络不通，请检查网络后重试。填写的内容已保存在手机上。');
    await phone.see('重试');

    phone.loseTemporaryFiles();
    phone.setOffline(false);
    openTicket(phone, ratingId);
    await phone.tap('#move-submitRectification');
    await phone.see('已恢复上次没有提交的内容。');
    expect(await typedIn(phone, '#measures')).toBe(MEASURES);
    expect(await typedIn(phone, '#reply')).toBe(REPLY);
    await phone.tap('#move-submit');
    await phone.see('整改结果已提交');
    expect(fileOf(ratingId).ticket?.handling.rectification?.photos).toHaveLength(1);
    expect(JSON.stringify([...phone.storage])).not.toContain(REPLY);
    expect([...phone.files.keys()]).toEqual([]);
  });

  it('who comes second reads who did what, and sends what he typed with one more tap', async () => {
    const ratingId = await rated();
    await asFarAs(ratingId, TO_CURE);
    const phone = atTicket(cloud.personas.taiqianUnitLiaison, ratingId);
    await phone.tap('#move-submitRectification');
    await write(phone, '#measures', MEASURES);
    await write(phone, '#reply', REPLY);
    await move(cloud.personas.taiqianSupervisor, ratingId, { move: 'remind' });
    await phone.tap('#move-submit');
    await phone.see('工单刚有变化');
    await phone.see('催办（监督人员）');
    expect(await typedIn(phone, '#reply')).toBe(REPLY);
    await phone.tap('#move-submit');
    await phone.see('整改结果已提交');
    expect(fileOf(ratingId).ticket?.handling.rectification?.reply).toBe(REPLY);
  });

  it('a message that went out meanwhile is nobody who was first', async () => {
    const ratingId = await rated();
    const phone = atTicket(cloud.personas.taiqianUnitLiaison, ratingId);
    await phone.see('请签收，并联系评价人。');
    const before = fileOf(ratingId).rev;
    await cloud.runClock();
    expect(fileOf(ratingId).rev).toBeGreaterThan(before);
    await phone.tap('#move-accept');
    await phone.see('已签收。');
    expect(phone.text()).not.toContain('工单刚有变化');
  });

  it('what somebody else has done already cannot be done again, and the words stay', async () => {
    const ratingId = await rated();
    await asFarAs(ratingId, TO_CURE.slice(0, 2));
    const phone = atTicket(cloud.personas.taiqianUnitLiaison, ratingId);
    await phone.tap('#move-recordFollowUp');
    await choose(phone, 'partly');
    await write(phone, '#words', '我也核实过');
    await asFarAs(ratingId, TO_CURE.slice(2, 3));
    await phone.tap('#move-submit');
    await phone.see('填写核实结论（责任人员）');
    await phone.see('这一步现在不能办了');
    expect(phone.find('#move-submit')).toBeUndefined();
    expect(await typedIn(phone, '#words')).toBe('我也核实过');
  });

  it('the supervisor dispatches to a unit found by its name', async () => {
    const ratingId = await rated('xq02');
    const phone = atTicket(cloud.personas.xiangqiaoSupervisor, ratingId);
    await phone.tap('#move-dispatch');
    await phone.see('派往单位');
    await phone.tap('#move-submit');
    await phone.see('请选择派往的单位。');
    await write(phone, '#unit-sought', '人力资源');
    await phone.until('one unit', () => !phone.text().includes('没有这个名称的单位'));
    (await phone.element('.choice-list__choice')).dispatchEvent('tap');
    await phone.element('.choice-list__choice--chosen');
    await phone.tap('#move-submit');
    await phone.see('已派单。');
    expect(fileOf(ratingId).ticket?.state).toBe('awaitingAcceptance');
  });

  it('who sends it on sees it no longer, and reads why', async () => {
    const ratingId = await rated();
    const phone = atTicket(cloud.personas.taiqianUnitLiaison, ratingId);
    await phone.tap('#more-moves');
    await phone.tap('#move-redirect');
    await phone.see('只能转办一次');
    await write(phone, '#words', '不是本单位的窗口');
    await phone.tap('#move-submit');
    await phone.see('已申请转办，由主管单位重新派单。');
    await phone.element('#to-tickets');
  });

  it('asks for more time, is granted it; the supervisor sends back and the words are mended', async () => {
    const { taiqianUnitLiaison, taiqianSupervisor } = cloud.personas;
    const ratingId = await rated();
    await asFarAs(ratingId, TO_CURE);
    const liaison = atTicket(taiqianUnitLiaison, ratingId);
    await liaison.tap('#more-moves');
    await liaison.tap('#move-askExtension');
    await liaison.see('至多延期 10 个工作日');
    await write(liaison, '#days', '11');
    await write(liaison, '#words', '要改造大厅');
    await liaison.tap('#move-submit');
    await liaison.see('请填写 1 至 10 之间的天数。');
    await write(liaison, '#days', '3');
    await liaison.tap('#move-submit');
    await liaison.see('3 个工作日，等待答复：要改造大厅');

    const supervisor = atTicket(taiqianSupervisor, ratingId);
    await supervisor.see('申请延期 3 个工作日，请答复。');
    await supervisor.tap('#move-grantExtension');
    await supervisor.see('要改造大厅');
    await supervisor.tap('#move-submit');
    await supervisor.see('已同意延期。');

    await asFarAs(ratingId, [{ move: 'submitRectification', measures: MEASURES, reply: REPLY }]);
    openTicket(supervisor, ratingId);
    await supervisor.see('请审核人留意');
    await supervisor.tap('#more-moves');
    await supervisor.tap('#move-sendBack');
    await write(supervisor, '#words', '请附公告的照片');
    await supervisor.tap('#move-submit');
    await supervisor.see('已退回。');

    openTicket(liaison, ratingId);
    await liaison.see('审核未通过，请按退回意见整改后重新提交。');
    await liaison.see('请附公告的照片');
    await liaison.tap('#move-submitRectification');
    expect(await typedIn(liaison, '#reply')).toBe(REPLY);
  });

  it('a late request for more time is answered before anything is typed', async () => {
    const ratingId = await rated();
    await asFarAs(ratingId, TO_CURE);
    const file = fileOf(ratingId);
    if (!file.ticket) throw new Error('no ticket');
    const past = Date.now() - 3_600_000;
    const clocks = file.ticket.clocks.map((clock) =>
      clock.deadline ? { ...clock, deadline: { ...clock.deadline, dueAt: past } } : clock,
    );
    await cloud.cloud.database.replace('ratings', { ...file, ticket: { ...file.ticket, clocks, dueAt: past } });
    const phone = atTicket(cloud.personas.taiqianUnitLiaison, ratingId);
    await phone.tap('#more-moves');
    await phone.tap('#move-askExtension');
    await phone.see('期限已过，不能再申请延期，请尽快办理。');
    expect(phone.find('#move-submit')).toBeUndefined();
  });
});
