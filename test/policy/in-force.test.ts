import { checkDraft } from '@shared/domain/rating';
import { cite, clause } from '@shared/kernel/clause';
import { addDays, type Day } from '@shared/kernel/time';
import { IN_FORCE, type InForce, policyOn } from '@shared/policy/in-force';
import type { PolicyProfile } from '@shared/policy/profile';
import { chaozhou } from '@shared/policy/profiles/chaozhou';
import { national } from '@shared/policy/profiles/national';
import { taiqian } from '@shared/policy/profiles/taiqian';
import fc from 'fast-check';
import { aDraft } from '../domain/builders';

const NOT_IN_FORCE = { ok: false, code: 'policy.notInForce' };
const anyDay = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2019-01-01', days));

const line = (given: Partial<PolicyProfile>, onceTrialLapsed: InForce['onceTrialLapsed'] = 'ends'): InForce => ({
  profile: { ...taiqian, trialUntil: undefined, ...given },
  onceTrialLapsed,
});
const from = (day: Day) => clause(day, cite('《某县细则》', '第一条'));

describe('哪天适用哪份规定', () => {
  it('第二十一条 台前县的细则自2020年7月13日起实施', () => {
    expect(policyOn('taiqian', '2020-07-12')).toEqual(NOT_IN_FORCE);
    expect(policyOn('taiqian', '2020-07-13')).toEqual({ ok: true, value: taiqian });
  });

  it('第十七条 潮州市的细则自2019年10月14日起实施', () => {
    expect(policyOn('chaozhou', '2019-10-13')).toEqual(NOT_IN_FORCE);
    expect(policyOn('chaozhou', '2019-10-14')).toEqual({ ok: true, value: chaozhou });
  });

  it('试行期满而没有录入新规定的，继续适用：窗口仍要能评价', () => {
    expect(policyOn('taiqian', '2021-07-12')).toEqual({ ok: true, value: taiqian });
    expect(policyOn('taiqian', '2021-07-13')).toEqual({ ok: true, value: taiqian });
    expect(policyOn('taiqian', '2026-11-22')).toEqual({ ok: true, value: taiqian });
    expect(policyOn('chaozhou', '2026-11-22')).toEqual({ ok: true, value: chaozhou });
  });

  it('表里写明试行期满即止的，期满次日就没有规定可用', () => {
    const table = [line({ trialUntil: from('2021-07-12') }, 'ends')];
    expect(policyOn('taiqian', '2021-07-12', table)).toMatchObject({ ok: true });
    expect(policyOn('taiqian', '2021-07-13', table)).toEqual(NOT_IN_FORCE);
  });

  it('试行期限没有写明日期的，不会自己失效', () => {
    const table = [line({ trialUntil: clause(null, cite('《某县细则》', '第二条')) }, 'ends')];
    expect(policyOn('taiqian', '2099-01-01', table)).toMatchObject({ ok: true });
  });

  it('没有规定的地方不能评价，国家层面的底稿也不是一个地方', () => {
    for (const place of ['henan', 'national', '', 'TAIQIAN', '__proto__']) {
      expect(policyOn(place, '2026-11-22')).toEqual(NOT_IN_FORCE);
    }
  });

  it('同一地方有几个版本，当天最晚生效的那个说了算，不管表里谁先谁后', () => {
    const first = line({ version: '1', inForceFrom: from('2020-01-01') });
    const second = line({ version: '2', inForceFrom: from('2023-06-01') });
    for (const table of [
      [first, second],
      [second, first],
    ]) {
      expect(policyOn('taiqian', '2023-05-31', table)).toMatchObject({ value: { version: '1' } });
      expect(policyOn('taiqian', '2023-06-01', table)).toMatchObject({ value: { version: '2' } });
    }
  });

  it('新规定一生效，旧规定就不再回来，哪怕新规定的试行期已满', () => {
    const old = line({ version: '1', inForceFrom: from('2020-01-01') });
    const trial = line({ version: '2', inForceFrom: from('2023-01-01'), trialUntil: from('2023-12-31') }, 'ends');
    expect(policyOn('taiqian', '2024-01-01', [old, trial])).toEqual(NOT_IN_FORCE);
  });

  it('同一天生效的两行，后写的那行更正前一行', () => {
    const table = [line({ version: 'typo' }), line({ version: 'mended' })];
    expect(policyOn('taiqian', '2022-01-01', table)).toMatchObject({ value: { version: 'mended' } });
  });

  it('any day: what is in force is of that place, has begun, and nothing of that place began after it', () => {
    const versions = fc.array(anyDay, { maxLength: 6 });
    fc.assert(
      fc.property(anyDay, versions, versions, (day, own, foreign) => {
        const table = [
          ...own.map((begun) => line({ inForceFrom: from(begun) })),
          ...foreign.map((begun) => line({ id: 'elsewhere', inForceFrom: from(begun) })),
        ];
        const answer = policyOn('taiqian', day, table);
        const begun = own.filter((start) => start <= day).sort();
        if (!answer.ok) expect(begun).toEqual([]);
        else expect(answer.value).toMatchObject({ id: 'taiqian', inForceFrom: { value: begun.at(-1) } });
      }),
    );
  });

  it('asking does not reorder the table', () => {
    const table = [line({ inForceFrom: from('2023-01-01') }), line({ inForceFrom: from('2020-01-01') })];
    const before = [...table];
    policyOn('taiqian', '2026-01-01', table);
    expect(table).toEqual(before);
  });
});

describe('加一个地方', () => {
  const DOCUMENT = '《某县政务服务“好差评”办法》';
  const thirdPlace: PolicyProfile = {
    ...national,
    id: 'third-place',
    version: '2026',
    title: DOCUMENT,
    place: '某县',
    inForceFrom: clause('2026-03-01', cite(DOCUMENT, '第三十条')),
    rating: {
      ...national.rating,
      badLevels: clause(['basicallySatisfied', 'dissatisfied', 'veryDissatisfied'], cite(DOCUMENT, '第五条')),
      commentMaxCharacters: clause(10, cite(DOCUMENT, '第六条')),
    },
  };
  const table: readonly InForce[] = [...IN_FORCE, { profile: thirdPlace, onceTrialLapsed: 'ends' }];

  it('只要一个方案文件和表里的一行，它的规则就生效', () => {
    expect(policyOn('third-place', '2026-02-28', table)).toEqual(NOT_IN_FORCE);
    const policy = policyOn('third-place', '2026-03-01', table);
    if (!policy.ok) throw new Error(policy.code);

    const { rating, tags } = policy.value;
    expect(checkDraft(aDraft({ level: 'basicallySatisfied' }), rating, tags)).toMatchObject({
      code: 'rating.reasonMissing',
    });
    expect(checkDraft(aDraft({ comment: '一二三四五六七八九十一' }), rating, tags)).toMatchObject({
      code: 'rating.commentTooLong',
    });
  });

  it('原来的地方一点不变', () => {
    expect(policyOn('taiqian', '2026-03-01', table)).toEqual(policyOn('taiqian', '2026-03-01'));
    expect(policyOn('chaozhou', '2026-03-01', table)).toEqual(policyOn('chaozhou', '2026-03-01'));
  });
});
