import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './source-files';

type Violation = { readonly from: string; readonly to: string; readonly rule: { readonly name: string } };
type Cruise = { readonly summary: { readonly violations: readonly Violation[]; readonly totalCruised: number } };

const cruise = (cwd: string, folders: readonly string[]): Promise<Cruise> => {
  const bin = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [bin, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  return new Promise((resolve, reject) => {
    // It exits with the number of violations; only an answer that is not JSON is a failure of the check itself.
    execFile(process.execPath, args, { cwd, maxBuffer: 256 * 1024 * 1024 }, (error, stdout) => {
      if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as Cruise);
      else reject(error ?? new Error(stdout));
    });
  });
};

/** A small house with the same walls, and these files in it. */
const aHouseWith = (files: Readonly<Record<string, string>>): string => {
  const house = mkdtempSync(path.join(tmpdir(), 'house-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    copyFileSync(path.join(ROOT, file), path.join(house, file));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), text);
  }
  return house;
};

const imports = (target: string) => `import * as other from '${target}';\nexport const used = other;\n`;

/** Each breaks one wall; each target stands there as an empty file. */
const BREACHES = [
  ['shared/kernel/a.ts', '../domain/target', 'kernel imports only what its room may'],
  ['shared/domain/a.ts', '../policy/target', 'domain imports only what its room may'],
  ['shared/domain/b.ts', 'dayjs', 'domain takes nothing from npm'],
  ['shared/contracts/a.ts', '../policy/target', 'contracts imports only what its room may'],
  ['cloudfunctions/use-cases/rating/a.ts', '../../adapters/wx/target', 'use-cases imports only what its room may'],
  ['cloudfunctions/use-cases/rating/b.ts', 'node:fs', 'use-cases imports only what its room may'],
  ['cloudfunctions/ports/a.ts', '../runtime/target', 'ports imports only what its room may'],
  ['cloudfunctions/functions/citizen/a.ts', '../../adapters/wx/target', 'functions imports only what its room may'],
  ['cloudfunctions/runtime/a.ts', 'wx-server-sdk', 'only adapters/wx knows wx-server-sdk'],
  ['cloudfunctions/adapters/wx/a.ts', '../../local/target', 'nothing of the product imports the local cloud'],
  ['cloudfunctions/local/a.ts', '../use-cases/rating/target', 'local cloud imports only what its room may'],
  ['cloudfunctions/local/b.ts', '../stand-ins/target', 'local cloud imports only what its room may'],
  ['cloudfunctions/stand-ins/a.ts', '../demo/target', 'stand-ins imports only what its room may'],
  ['cloudfunctions/deploy/a.ts', '../runtime/target', 'deployment imports only what its room may'],
  ['cloudfunctions/audit-verify/a.ts', '../runtime/target', 'audit verification imports only what its room may'],
  [
    'miniprogram/src/pages/a.tsx',
    '../../../cloudfunctions/runtime/target',
    'cloud and mini-program never import each other',
  ],
  ['miniprogram/src/components/a.tsx', '@shared/domain/target', 'components imports only what its room may'],
  ['miniprogram/src/hooks/a.ts', '../features/target', 'hooks imports only what its room may'],
  ['shared/domain/c.ts', '../../test/support/target', 'the product never imports its tests'],
] as const;

const TARGETS = [
  'shared/domain',
  'shared/policy',
  'cloudfunctions/adapters/wx',
  'cloudfunctions/runtime',
  'cloudfunctions/demo',
  'cloudfunctions/local',
  'cloudfunctions/stand-ins',
  'cloudfunctions/use-cases/rating',
  'miniprogram/src/features',
  'test/support',
];

describe('the walls of the house', () => {
  it('stand', async () => {
    const { summary } = await cruise(ROOT, ['shared', 'cloudfunctions', 'miniprogram/src', 'test']);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(100);
  });

  describe('are noticed when broken', () => {
    let violations: readonly Violation[];

    beforeAll(async () => {
      const house = aHouseWith({
        ...Object.fromEntries(TARGETS.map((folder) => [`${folder}/target.ts`, 'export const target = 1;\n'])),
        ...Object.fromEntries(BREACHES.map(([file, target]) => [file, imports(target)])),
        'shared/domain/one.ts': imports('./two'),
        'shared/domain/two.ts': imports('./one'),
      });
      violations = (await cruise(house, ['shared', 'cloudfunctions', 'miniprogram', 'test'])).summary.violations;
    });

    it.each(BREACHES)('%s imports %s', (file, _, rule) => {
      expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
    });

    it('two files import each other', () => {
      expect(violations.map(({ rule }) => rule.name)).toContain('no circles');
    });

    it('and nobody else is accused', () => {
      const guilty = new Set<string>([
        ...BREACHES.map(([file]) => file),
        'shared/domain/one.ts',
        'shared/domain/two.ts',
      ]);
      expect(violations.filter(({ from }) => !guilty.has(from))).toEqual([]);
    });
  });
});
