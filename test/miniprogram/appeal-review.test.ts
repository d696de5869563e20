import { aLocalCloud, type TestCloud } from '../support/a-local-cloud';
import { anAppeal, ENDORSE, IN_CHAOZHOU, IN_TAIQIAN, PROPOSE } from '../support/an-appeal';
import { aPhone, type Phone } from '../support/weapp/a-phone';

const WORDS = '文字是表扬，回访时说点错了';

describe('an appeal on the phones of those who handle it', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await aLocalCloud();
  });
  afterAll(() => cloud?.close());

  const at = (openid: string, ratingId: string) => {
    const phone = aPhone({ url: cloud.url, openid });
    open(phone, ratingId);
    return phone;
  };
  const open = (phone: Phone, ratingId: string) =>
    phone.open(`/review/appeal/index?ratingId=${encodeURIComponent(ratingId)}`);
  const write = async (phone: Phone, field: string, text: string) => {
    await phone.type(field, text);
    await phone.until(`${text} in ${field}`, () => phone.find(field)?.data.value === text);
  };
  const choose = async (phone: Phone, value: string) => {
    await phone.tap(`#choice-${value}`);
    await phone.until(`${value} is chosen`, () => phone.find(`#choice-${value}`)?.data.ariaChecked === true);
  };

  const isClosed = (phone: Phone) => phone.until('the sheet is closed', () => !phone.find('#sheet'));

  it('goes from the unit to one supervisor, to another, and to the city', async () => {
    const { taiqianUnitLiaison, taiqianSupervisor, taiqianSecondSupervisor, puyangSupervisor } = cloud.personas;
    const { ratingId, appealOf } = await anAppeal(cloud, IN_TAIQIAN);
    const unit = at(taiqianUnitLiaison, ratingId);
    await unit.see('请核实，写明单位意见');
    await unit.see('误触等级（误评）');
    await unit.see('录音录像：回访录音');
    expect(unit.find('#conflict')).toBeUndefined();
    await unit.tap('#move-endorse');
    await unit.tap('#move-submit');
    await unit.see('请写明情况和理由，再提交。');
    await write(unit, '#words', '与回访说的一致');
    await unit.tap('#own-evidence');
    await write(unit, '#caseLog', '叫号系统当天记录');
    await unit.tap('#move-submit');
    await unit.see('已同意报送，等待复核。');
    expect(appealOf().evidence).toHaveLength(2);

    const first = aPhone({ url: cloud.url, openid: taiqianSupervisor });
    first.open('/review/appeals/index');
    await first.see('轮到您');
    await first.tap(`#appeal-${appealOf().appealNo}`);
    await first.see('退回');
    await first.see('联系评价人');
    await first.tap('#move-proposeGrant');
    await first.see('评价人和工作人员都会看到，不要写评价人是谁、电话。');
    await first.tap('#move-submit');
    await first.see('请选择认定的理由。');
    await choose(first, 'mistap');
    await write(first, '#words', WORDS);
    await first.tap('#move-submit');
    await first.see('您不能确认自己的裁定');
    expect(first.find('#move-confirmGrant')).toBeUndefined();
    expect(first.find('#move-disagree')).toBeUndefined();

    const second = at(taiqianSecondSupervisor, ratingId);
    await second.see('拟采纳：误触等级（误评）。请看全部材料');
    expect(second.find('#move-confirmDenial')).toBeUndefined();
    await second.tap('#move-confirmGrant');
    await second.see('评价人会收到通知和理由，可以在 15 个自然日内提出一次异议');
    await second.tap('#move-submit');
    await second.see('已确认采纳');
    await second.tap('#move-reportUp');
    await second.tap('#move-submit');
    await second.see('已报市修正。');

    const city = at(puyangSupervisor, ratingId);
    await city.see('报请修正，请核实后答复。');
    await city.tap('#move-declineCorrection');
    await city.tap('#move-submit');
    await city.see('请写明情况和理由，再提交。');
    await city.tap('#move-back');
    await isClosed(city);
    await city.tap('#move-confirmCorrection');
    await city.tap('#move-submit');
    await city.see('市里已确认修正。');
    expect(appealOf().state).toBe('corrected');
  });

  it('nothing is granted for which nothing in the file speaks', async () => {
    const { taiqianSupervisor } = cloud.personas;
    const { ratingId, moves } = await anAppeal(cloud, IN_TAIQIAN);
    await moves([[IN_TAIQIAN.liaison, ENDORSE]]);
    const phone = at(taiqianSupervisor, ratingId);
    await phone.tap('#move-proposeGrant');
    await choose(phone, 'unrelated');
    await write(phone, '#words', WORDS);
    await phone.tap('#move-submit');
    await phone.see('认定这个理由要有照片、截图或办件或运维记录，请先退回补充证据。');
  });

  it('who comes second reads who did what, and keeps what he typed', async () => {
    const { taiqianSupervisor, taiqianSecondSupervisor } = cloud.personas;
    const { ratingId, moves } = await anAppeal(cloud, IN_TAIQIAN);
    await moves([[IN_TAIQIAN.liaison, ENDORSE]]);
    const phone = at(taiqianSupervisor, ratingId);
    await phone.tap('#move-proposeDenial');
    await phone.tap('#is-explanation');
    await write(phone, '#words', '评价有效');
    await moves([[taiqianSecondSupervisor, PROPOSE]]);
    await phone.tap('#move-submit');
    await phone.see('申诉刚有变化');
    await phone.see('拟采纳，待另一人确认（监督人员）');
    await phone.see('这一步现在不能办了');
    expect(phone.find('#words')?.data.value).toBe('评价有效');
    await phone.tap('#move-back');
    await isClosed(phone);
    await phone.tap('#move-disagree');
    await phone.see('拟裁定作废');
  });

  it('loses nothing to a dead network and a closed phone', async () => {
    const { ratingId, appealOf } = await anAppeal(cloud, IN_TAIQIAN);
    const phone = at(IN_TAIQIAN.liaison, ratingId);
    await phone.tap('#move-refuse');
    await write(phone, '#words', '录像里不是这样');
    phone.setOffline(true);
    await phone.tap('#move-submit');
    await phone.see('网络不通，内容已保留');
    phone.setOffline(false);
    open(phone, ratingId);
    await phone.tap('#move-refuse');
    expect((await phone.element('#words')).data.value).toBe('录像里不是这样');
    await phone.tap('#move-submit');
    await phone.see('已答复不同意报送');
    expect(appealOf()).toMatchObject({ state: 'refusedByUnit', opinion: { words: '录像里不是这样' } });
    expect(JSON.stringify([...phone.storage])).not.toContain('录像里不是这样');
  });

  it('who decided what the rater objects to must step aside, and two others decide', async () => {
    const { chaozhouSupervisor, chaozhouSecondSupervisor, chaozhouThirdSupervisor } = cloud.personas;
    const { openid, ratingId, moves } = await anAppeal(cloud, IN_CHAOZHOU);
    await moves([
      [IN_CHAOZHOU.liaison, ENDORSE],
      [chaozhouSupervisor, PROPOSE],
      [chaozhouSecondSupervisor, { move: 'confirmGrant' }],
    ]);
    await cloud.citizen(openid, 'rating.object', { ratingId, words: '我说的是反话' });
    const aside = at(chaozhouSupervisor, ratingId);
    await aside.see('您与这件申诉有关，应当回避：评价人的异议针对您参与的裁定。');
    expect(aside.find('.review-bar')).toBeUndefined();
    expect(aside.find('#open-contact')).toBeUndefined();
    const other = at(chaozhouThirdSupervisor, ratingId);
    await other.see('评价人提出了异议。请另行复核');
    await other.see('我说的是反话');
    expect(other.find('#move-returnForEvidence')).toBeUndefined();
    await other.element('#move-proposeDenial');
  });

  it('the ticket leads to the appeal, and shows what the clerk says', async () => {
    const { ratingId } = await anAppeal(cloud, IN_TAIQIAN);
    const phone = aPhone({ url: cloud.url, openid: IN_TAIQIAN.liaison });
    phone.open(`/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}`);
    await phone.see('工作人员已申诉');
    await phone.see('待单位审核，工单照常办理');
    await phone.tap('#more-moves');
    await phone.tap('#move-askStatement');
    await phone.tap('#move-submit');
    await phone.see('已请工作人员说明情况。');
    await phone.see('已请工作人员说明，');
    await phone.tap('#to-appeal');
    await phone.see('工作人员的申诉');
  });
});
