import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PERMISSIONS } from '@shared/domain/role';
import { REFUSALS } from '@shared/kernel/refusals';
import { allContracts, DOORS, doorsServing } from './all-contracts';
import { fieldsOf } from './schema-fields';
import { ROOT } from './source-files';

const contracts = allContracts();
const byName = contracts.map((exported) => [exported.contract.name, exported] as const);

/** What a phone or an official's screen never gets: who rated, by any name, and what proves it. */
const NEVER_OUT = [
  'openid',
  'unionid',
  'raterRef',
  'accountRef',
  'applicantRefs',
  'ref',
  'idempotencyKey',
  'phone',
  'idNumber',
  'outbox',
  'rev',
  '_id',
];

/** Who may be told all the same. */
const TOLD_ALL_THE_SAME: Readonly<Record<string, readonly string[]>> = {
  // The person himself, masked.
  'identity.mine': ['phone', 'idNumber'],
  // For a purpose, by who handles the rating, each time in the 审计日志 that the rater reads.
  'identity.open': ['phone', 'idNumber'],
  // Another function of ours: nobody else may call it.
  'phone.read': ['phone'],
};

describe('the contracts', () => {
  it('are there', () => {
    expect(contracts.length).toBeGreaterThanOrEqual(10);
  });

  it('have names of their own', () => {
    const names = contracts.map(({ contract }) => contract.name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it.each(byName)('%s asks for a permission that somebody can have', (_, { contract }) => {
    expect(['anyone', 'system', ...Object.values(PERMISSIONS).flat()]).toContain(contract.permission);
  });

  it.each(byName)(
    '%s is served by exactly one door, the one that its file is named after if there is one',
    (_, exported) => {
      const doors = doorsServing(exported);
      expect(doors).toEqual(DOORS.includes(exported.module) ? [exported.module] : [expect.any(String)]);
    },
  );

  it.each(byName)('%s gives away nothing that tells who rated', (name, { contract }) => {
    const fields = fieldsOf(contract.output);
    expect(NEVER_OUT.filter((field) => fields.has(field))).toEqual(TOLD_ALL_THE_SAME[name] ?? []);
  });

  it.each(byName.filter(([, exported]) => doorsServing(exported).includes('staff')))(
    '%s does not tell an official the minute of a rating',
    (_, { contract }) => {
      expect(fieldsOf(contract.output)).not.toContain('ratedAt');
    },
  );

  it('ask for open platform calls at one door only', () => {
    const asking = DOORS.filter((door) => {
      const text = readFileSync(path.join(ROOT, 'cloudfunctions/functions', door, 'config.json'), 'utf8');
      return (JSON.parse(text) as { permissions: { openapi: string[] } }).permissions.openapi.length > 0;
    });
    expect(asking).toEqual(['wxopen']);
  });
});

describe('the refusals', () => {
  it.each(Object.entries(REFUSALS))('%s is one Chinese sentence: %s', (_, sentence) => {
    expect(sentence).toMatch(/^[\p{Script=Han}，；、：“”（）JPGN\d\s]{4,60}。$/u);
  });

  it('are told apart by their sentences', () => {
    const sentences = Object.values(REFUSALS);
    expect(sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i)).toEqual([]);
  });
});
