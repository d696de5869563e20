import {
  LEVEL_LABELS,
  ORG_LEVEL_LABELS,
  ORIGIN_LABELS,
  ROLE_LABELS,
  STANDING_LABELS,
  sayBasis,
  sayRemaining,
  saySpan,
  TICKET_STATE_LABELS,
  TICKET_STEP_LABELS,
} from '@shared/domain/labels';
import { ORG_LEVELS } from '@shared/domain/organization';
import { RATING_LEVELS } from '@shared/domain/rating';
import { ROLES } from '@shared/domain/role';
import { TICKET_STATES, TICKET_STEPS } from '@shared/domain/ticket';
import { cite, propose } from '@shared/kernel/clause';

it('第七条、第六条 五个等级的法定名称', () => {
  expect(RATING_LEVELS.map((level) => LEVEL_LABELS[level])).toEqual([
    '非常满意',
    '满意',
    '基本满意',
    '不满意',
    '非常不满意',
  ]);
});

it('第二条 四级机构的名称', () => {
  expect(ORG_LEVELS.map((level) => ORG_LEVEL_LABELS[level])).toEqual(['市', '县（区）', '镇（街）', '村（社区）']);
});

it.each([
  ['工单状态', TICKET_STATES, TICKET_STATE_LABELS],
  ['工单环节', TICKET_STEPS, TICKET_STEP_LABELS],
  ['角色', ROLES, ROLE_LABELS],
])('每个%s都有自己的中文名称', (_, keys: readonly string[], labels: Readonly<Record<string, string>>) => {
  expect(Object.keys(labels)).toEqual([...keys]);
  for (const label of Object.values(labels)) expect(label).toMatch(/^\p{Script=Han}+$/u);
  expect(new Set(Object.values(labels)).size).toBe(keys.length);
});

it.each([ORIGIN_LABELS, STANDING_LABELS])('来源和效力的名称都是中文，各不相同', (labels) => {
  for (const label of Object.values(labels)) expect(label).toMatch(/^\p{Script=Han}+$/u);
  expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length);
});

describe('期限的说法', () => {
  it.each([
    [{ late: false, workingDays: 1, hours: 3 }, '还剩 1 个工作日 3 小时'],
    [{ late: false, workingDays: 5, hours: 0 }, '还剩 5 个工作日'],
    [{ late: false, workingDays: 0, hours: 3 }, '今天到期，还剩 3 小时'],
    [{ late: false, workingDays: 0, hours: 0 }, '今天到期，不足 1 小时'],
    [{ late: true, workingDays: 0, hours: 0 }, '已超期，不足 1 个工作日'],
    [{ late: true, workingDays: 2, hours: 0 }, '已超期 2 个工作日'],
    [{ late: true, workingDays: null, hours: 0 }, '已超期'],
    [{ late: false, workingDays: null, hours: 0 }, '未到期，剩余工作日待放假安排公布后计算'],
  ])('%j 说成 %s', (remaining, words) => {
    expect(sayRemaining(remaining)).toBe(words);
  });

  it('工作日和自然日分得清', () => {
    expect(saySpan({ count: 5, unit: 'workingDay' })).toBe('5 个工作日');
    expect(saySpan({ count: 7, unit: 'naturalDay' })).toBe('7 个自然日');
  });
});

describe('依据的说法', () => {
  it('法规说文件和条号', () => {
    expect(sayBasis(cite('《台前县政务服务“好差评”考核细则(试行)》', '第七条'))).toBe(
      '《台前县政务服务“好差评”考核细则(试行)》第七条',
    );
  });

  it('建议值说明是建议，从哪里来', () => {
    expect(sayBasis(propose('各地常见做法'))).toBe('本系统建议值（法规未规定具体数字）：各地常见做法');
  });
});
