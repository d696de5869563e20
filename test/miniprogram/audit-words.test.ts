import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '@shared/contracts/contract';
import { CHAIN_FAULTS } from '@shared/domain/audit-faults';
import { ROLES } from '@shared/domain/role';
import {
  ACTION_WORDS,
  sayFault,
  sayOutcome,
  sayPurpose,
} from '../../miniprogram/src/features/administration/audit-words';
import { ROOT } from '../architecture/source-files';

const CONTRACTS = path.join(ROOT, 'shared/contracts');

const audited = readdirSync(CONTRACTS)
  .flatMap((file) => Object.values(jest.requireActual<Record<string, unknown>>(path.join(CONTRACTS, file))))
  .filter((value): value is Contract => typeof value === 'object' && value !== null && 'audits' in value)
  .map(({ name }) => name);
const jobs = [
  ...readFileSync(path.join(ROOT, 'cloudfunctions/functions/clock/index.ts'), 'utf8').matchAll(/^\s+'([\w.]+)':/gm),
].map(([, name]) => name ?? '');

describe('审计日志的说法', () => {
  it.each([...audited, ...jobs])('%s 有中文说法', (name) => {
    expect(ACTION_WORDS[name]).toMatch(/^\p{Script=Han}+$/u);
  });

  it('每种做法的说法各不相同', () => {
    const words = Object.values(ACTION_WORDS);
    expect(new Set(words).size).toBe(words.length);
  });

  it('角色、用途和没有办成的原因都说中文', () => {
    for (const purpose of [...ROLES, 'contact.followUp', 'person.dispute', 'agreed']) {
      expect(sayPurpose({ purpose })).toMatch(/^[\p{Script=Han}，]+$/u);
    }
    expect(sayOutcome({ outcome: 'ok' })).toBe('已办');
    expect(sayOutcome({ outcome: 'role.conflict' })).toMatch(/^没有办成：.+。$/);
  });

  it.each(CHAIN_FAULTS)('链条的毛病 %s 说得出在第几条或哪一天', (fault) => {
    expect(sayFault({ fault, number: 7, upTo: 9, day: '2026-11-20' })).toMatch(/第 7 条|2026年11月20日/);
  });
});
