import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '@shared/contracts/contract';
import { PERMISSIONS } from '@shared/domain/role';
import { REFUSALS } from '@shared/kernel/refusals';
import { fieldsOf } from './schema-fields';
import { ROOT } from './source-files';

const CONTRACTS = path.join(ROOT, 'shared/contracts');
/** One file per door, or per concept of one door; these two are what all of them are made of. */
const SHARED_PARTS = new Set(['contract.ts', 'fields.ts']);
const DOORS = readdirSync(path.join(ROOT, 'cloudfunctions/functions'));

type Exported = { readonly module: string; readonly as: string; readonly contract: Contract };

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'permission' in value && 'output' in value;

const contractsOf = (file: string): Exported[] => {
  const module = path.basename(file, '.ts');
  const exported = Object.entries(jest.requireActual<Record<string, unknown>>(path.join(CONTRACTS, file)));
  return exported.flatMap(([as, value]) => (isContract(value) ? [{ module, as, contract: value }] : []));
};

const contracts = readdirSync(CONTRACTS)
  .filter((file) => !SHARED_PARTS.has(file))
  .flatMap(contractsOf);
const byName = contracts.map((exported) => [exported.contract.name, exported] as const);

/** The doors whose table of contents hands this contract to somebody. */
const doorsServing = ({ module, as }: Exported): string[] =>
  DOORS.filter((door) => {
    const text = readFileSync(path.join(ROOT, 'cloudfunctions/functions', door, 'index.ts'), 'utf8');
    const [, alias] = new RegExp(`import \\* as (\\w+) from '@shared/contracts/${module}'`).exec(text) ?? [];
    return alias !== undefined && new RegExp(`handle(Official)?\\(\\s*${alias}\\.${as}\\b`).test(text);
  });

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

  it.each(byName)('%s gives away nothing that tells who rated', (_, { contract }) => {
    const fields = fieldsOf(contract.output);
    expect(NEVER_OUT.filter((field) => fields.has(field))).toEqual([]);
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
    expect(sentence).toMatch(/^[\p{Script=Han}，；、：“”（）JPGN\s]{4,60}。$/u);
  });

  it('are told apart by their sentences', () => {
    const sentences = Object.values(REFUSALS);
    expect(sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i)).toEqual([]);
  });
});
