import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppealStory, type ToldComplaint } from '../support/a-told-rating';
import { aPhone, type Phone } from '../support/weapp/a-phone';

/** The smallest JPEG with a picture in it. */
const JPEG = Buffer.from(
  '/9j/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);
const WORDS = '评价人说的是旁边的 3 号窗口，我当天在 2 号窗口。';

let cloud: TestCloud;
let story: ReturnType<typeof anAppealStory>;
beforeAll(async () => {
  cloud = await aLocalCloud();
  story = anAppealStory(cloud);
});
afterAll(() => cloud?.close());

const choose = async (phone: Phone, value: string) => {
  await phone.tap(`#choice-${value}`);
  await phone.until(`${value} is chosen`, () => phone.find(`#choice-${value}`)?.data.ariaChecked === true);
};
const typedIn = async (phone: Phone, field: string) => (await phone.element(field)).data.value;
const write = async (phone: Phone, field: string, text: string) => {
  await phone.type(field, text);
  await phone.until(`${text} in ${field}`, () => phone.find(field)?.data.value === text);
};

describe('a clerk who was rated', () => {
  const clerk = () =>
    aPhone({
      ...{ url: cloud.url, openid: cloud.personas.taiqianClerk },
      files: new Map([['wxfile://tmp/a.jpg', JPEG]]),
    });
  const openTold = (phone: Phone, { ticketNo }: ToldComplaint) =>
    phone.open(`/clerk/appeal/index?ticketNo=${ticketNo}`);
  const at = (told: ToldComplaint, phone = clerk()) => {
    openTold(phone, told);
    return phone;
  };

  it('finds in 我的 what was said of him, never who or when; what asks something of him first', async () => {
    const may = await story.told({ comment: '我叫张三，电话 13800138000，办了三次' });
    const asked = await story.told();
    const { rev } = story.fileOf(asked.ratingId);
    await cloud.staff(cloud.personas.taiqianUnitLiaison, 'ticket.move', {
      ...{ ratingId: asked.ratingId, version: rev, step: { move: 'askStatement' } },
    });
    const phone = clerk();
    phone.open('/pages/me/index');
    await phone.tap('#to-told');
    await phone.see('看不到是谁评价的，请不要打听。');
    await phone.see('为保护评价人，人少的日子只显示月份。');
    const text = phone.text();
    expect(text.indexOf('请您说明情况（1）')).toBeLessThan(text.indexOf('可以申诉（1）'));
    expect(text).not.toContain('13800138000');
    expect(phone.find(`#stage-mayAppeal #told-${may.ticketNo}`)).toBeDefined();
    await phone.tap(`#told-${asked.ticketNo}`);
    await phone.see('单位请您说明情况');
    await phone.tap('#give-statement');
    await phone.see('请写明情况和理由，再提交。');
    await write(phone, '#statement-words', '当时系统停机，已请他稍等');
    phone.setOffline(true);
    await phone.tap('#give-statement');
    await phone.see('网络不通，内容已保留');
    phone.setOffline(false);
    at(asked, phone);
    expect(await typedIn(phone, '#statement-words')).toBe('当时系统停机，已请他稍等');
    await phone.tap('#give-statement');
    await phone.see('已提交，办理工单的人会看到。');
    await phone.see('重新说明');
    expect(story.fileOf(asked.ratingId).ticket?.handling.statement?.words).toBe('当时系统停机，已请他稍等');
    expect(JSON.stringify([...phone.storage])).not.toContain('系统停机');
  });

  it('appeals with a photo: a dead network and a closed app cost him nothing, errors stand beside their field', async () => {
    const told = await story.told();
    const phone = at(told);
    await phone.see('前可以申诉');
    await phone.tap('#open-file');
    await phone.see('评价人不接受回访、要求过高，都不是申诉的理由。');
    await phone.see('一人提出裁定，另一人确认');
    await phone.tap('#send-appeal');
    await phone.see('请从列出的理由中选择');
    await choose(phone, 'wrongTarget');
    await phone.see('这个理由要有“照片、截图”、“录音录像”、“办件或运维记录”中的一样');
    await write(phone, '#words', WORDS);
    await phone.tap('#send-appeal');
    await phone.see('这个理由要有证据，请提供');
    phone.setOffline(true);
    await phone.tap('#add-photo');
    await phone.element('.photos__one');
    await phone.tap('#send-appeal');
    await phone.see('1 张');
    await phone.see('决定以前可以补充材料，也可以撤回');
    await phone.tap('#confirm-send');
    await phone.see('网络不通，内容已保留');

    phone.loseTemporaryFiles();
    phone.setOffline(false);
    at(told, phone);
    await phone.tap('#open-file');
    expect(await typedIn(phone, '#words')).toBe(WORDS);
    await phone.element('.photos__one');
    await phone.tap('#send-appeal');
    await phone.tap('#confirm-send');
    await phone.see('申诉已提出。');
    await phone.see('申诉：待单位审核');
    await phone.see('为什么是这个期限');
    expect(story.appealOf(told.ratingId)).toMatchObject({
      ...{ reason: 'wrongTarget', words: WORDS, state: 'awaitingUnit' },
      evidence: [{ kind: 'photo', photos: [expect.any(String)] }],
    });
    expect(JSON.stringify([...phone.storage])).not.toContain('3 号窗口');
    expect([...phone.files.keys()]).toEqual([]);
  });

  it('somebody was first: he reads what happened, and what he typed is still there', async () => {
    const told = await story.told();
    await story.file(told);
    const phone = at(told);
    await phone.tap('#open-supplement');
    await write(phone, '#words', '补一张排班表');
    await story.moves(told.ratingId, [[cloud.personas.taiqianUnitLiaison, { move: 'endorse', words: '与排班表相符' }]]);
    await phone.tap('#send-appeal');
    await phone.tap('#confirm-send');
    await phone.see('申诉刚有变化');
    await phone.see('单位同意报送');
    expect(await typedIn(phone, '#words')).toBe('补一张排班表');
    await phone.tap('#send-appeal');
    await phone.tap('#confirm-send');
    await phone.see('材料已补充。');
    await phone.see('申诉：待复核');
  });

  it('an answer that was lost on its way is not given twice', async () => {
    const told = await story.told();
    await story.file(told);
    const phone = at(told);
    await phone.tap('#open-supplement');
    await write(phone, '#words', '补一张排班表');
    await phone.tap('#send-appeal');
    phone.beforeHearing('appeal.answer', () => Promise.reject(new Error('lost')));
    await phone.tap('#confirm-send');
    await phone.see('网络不通，内容已保留');
    await phone.tap('#confirm-send');
    await phone.see('材料已补充。');
    expect(story.appealOf(told.ratingId).history.filter(({ what }) => what === 'supplement')).toHaveLength(1);
  });

  it('his unit refuses: he insists; and what cannot be done any more is said, with his words kept', async () => {
    const told = await story.told();
    await story.file(told);
    const refuse = [cloud.personas.taiqianUnitLiaison, { move: 'refuse', words: '证据不足' }] as const;
    await story.moves(told.ratingId, [refuse]);
    const phone = at(told);
    await phone.see('申诉：单位未同意');
    await phone.see('证据不足');
    await phone.tap('#open-insist');
    await write(phone, '#words', '录像还没有看');
    const { version } = story.appealOf(told.ratingId);
    await cloud.staff(cloud.personas.taiqianClerk, 'appeal.answer', {
      ...{ ticketNo: told.ticketNo, version, step: { move: 'insist', words: '请复核' } },
    });
    await phone.tap('#send-appeal');
    await phone.tap('#confirm-send');
    await phone.see('这一步现在不能办了。填写的内容仍保存在手机上。');
    expect(await typedIn(phone, '#words')).toBe('录像还没有看');
    await phone.tap('#fold-appeal');
    await phone.tap('#open-withdraw');
    await phone.see('撤回以后，这条评价有效，不能再申诉。');
    await phone.tap('#withdraw-send');
    await phone.see('申诉：已撤回');
    expect(phone.find('#open-withdraw')).toBeUndefined();
  });

  it('denied, he reads why, and may appeal once more on new evidence', async () => {
    const told = await story.told();
    await story.file(told);
    await story.deny(told.ratingId);
    const phone = at(told);
    await phone.see('申诉：驳回');
    await phone.see('录像显示就是本窗口');
    await phone.see('前可以再次申诉一次');
    expect(phone.text()).not.toContain('拟驳回');
    await phone.tap('#open-renew');
    await choose(phone, 'otherService');
    await write(phone, '#words', '办件记录已经找到');
    await write(phone, '#caseLog', '办件编号 A-1，受理在 3 号窗口');
    await phone.tap('#send-appeal');
    await phone.tap('#confirm-send');
    await phone.see('已再次申诉。');
    expect(story.appealOf(told.ratingId)).toMatchObject({ renewals: 1, reason: 'otherService' });
  });

  it('a message to him leads to that rating, one of nobody leads back to his list', async () => {
    const told = await story.told();
    await story.file(told);
    await story.moves(told.ratingId, [[cloud.personas.taiqianUnitLiaison, { move: 'endorse', words: '与排班表相符' }]]);
    await cloud.runClock();
    const phone = clerk();
    phone.open('/pages/me/index');
    await phone.tap('#to-unit-messages');
    await phone.see('单位已同意报送，等待复核');
    (await phone.until('a message', () => phone.find('#messages .cell'))).dispatchEvent('tap');
    await phone.until('his page', () => phone.route() === 'clerk/appeal/index');
    await phone.see('对您的评价');
    phone.open('/clerk/appeal/index?ticketNo=GD00000000');
    await phone.see('没有找到这件申诉');
    await phone.tap('#to-told');
    await phone.see('对我的差评');
  });
});

describe('a rater whose rating somebody appealed against', () => {
  const atProgress = ({ openid, ratingId }: ToldComplaint, phone = aPhone({ url: cloud.url, openid })) => {
    phone.open(`/mine/progress/index?ratingId=${encodeURIComponent(ratingId)}`);
    return phone;
  };

  it('not adopted: he reads why and until when, objects once, and reads what came of it', async () => {
    const told = await story.told();
    await story.file(told);
    const phone = atProgress(told);
    await phone.see('现在：待回访');
    expect(phone.find('#appeal-outcome')).toBeUndefined();
    await story.grant(told.ratingId, '叫号记录显示在 3 号窗口办理');
    atProgress(told, phone);
    await phone.see('现在：不予采纳');
    await phone.see('经两人复核不予采纳，不计入统计');
    await phone.see('叫号记录显示在 3 号窗口办理');
    await phone.see('提出一次异议');
    await phone.tap('#unfold-objection');
    await phone.tap('#send-objection');
    await phone.see('请写明情况和理由，再提交。');
    await write(phone, '#objection-words', '我就是在 2 号窗口办的');
    await phone.tap('#send-objection');
    await phone.see('只能提出一次');
    phone.setOffline(true);
    await phone.tap('#confirm-send');
    await phone.see('网络不通，内容已保留');
    phone.setOffline(false);
    atProgress(told, phone);
    expect(await typedIn(phone, '#objection-words')).toBe('我就是在 2 号窗口办的');
    await phone.tap('#send-objection');
    await phone.tap('#confirm-send');
    await phone.see('由没有参与原决定的人另行复核');
    expect(phone.find('#objection')).toBeUndefined();
    expect(story.appealOf(told.ratingId).objection?.words).toBe('我就是在 2 号窗口办的');
    const { puyangSupervisor, puyangSecondSupervisor } = cloud.personas;
    await story.moves(told.ratingId, [
      [puyangSupervisor, { move: 'proposeDenial', isExplanation: false, words: '录像显示就在 2 号窗口' }],
      [puyangSecondSupervisor, { move: 'confirmDenial' }],
    ]);
    atProgress(told, phone);
    await phone.see('您的异议成立，您的评价恢复有效');
    await phone.see('录像显示就在 2 号窗口');
    await phone.see('现在：待回访');
  });

  it('denied: he reads that his rating counts, and why', async () => {
    const told = await story.told();
    await story.file(told);
    await story.deny(told.ratingId, '录像显示就是这个窗口');
    const phone = atProgress(told);
    await phone.see('工作人员提出过申诉，经两人复核，您的评价有效。');
    await phone.see('录像显示就是这个窗口');
    expect(phone.find('#unfold-objection')).toBeUndefined();
  });
});
