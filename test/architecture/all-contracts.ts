import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '@shared/contracts/contract';
import { ROOT } from './source-files';

const CONTRACTS = path.join(ROOT, 'shared/contracts');
/** One file per door, or per concept of one door; these two are what all of them are made of. */
const SHARED_PARTS = new Set(['contract.ts', 'fields.ts']);
export const DOORS = readdirSync(path.join(ROOT, 'cloudfunctions/functions'));

export type Exported = { readonly module: string; readonly as: string; readonly contract: Contract };

const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'permission' in value && 'output' in value;

const contractsOf = (file: string): Exported[] => {
  const module = path.basename(file, '.ts');
  const exported = Object.entries(jest.requireActual<Record<string, unknown>>(path.join(CONTRACTS, file)));
  return exported.flatMap(([as, value]) => (isContract(value) ? [{ module, as, contract: value }] : []));
};

/** Every contract of the product. */
export const allContracts = (): readonly Exported[] =>
  readdirSync(CONTRACTS)
    .filter((file) => !SHARED_PARTS.has(file))
    .flatMap(contractsOf);

/** How a door's table of contents ties this contract to its use case; undefined when it does not. */
export const tiedAt = (door: string, { module, as }: Exported): 'handle' | 'handleOfficial' | undefined => {
  const text = readFileSync(path.join(ROOT, 'cloudfunctions/functions', door, 'index.ts'), 'utf8');
  const [, alias] = new RegExp(`import \\* as (\\w+) from '@shared/contracts/${module}'`).exec(text) ?? [];
  const tie =
    alias === undefined ? null : new RegExp(`\\b(handle|handleOfficial)\\(\\s*${alias}\\.${as}\\b`).exec(text);
  return tie?.[1] as 'handle' | 'handleOfficial' | undefined;
};

/** The doors that hand this contract to somebody. */
export const doorsServing = (exported: Exported): readonly string[] =>
  DOORS.filter((door) => tiedAt(door, exported) !== undefined);
