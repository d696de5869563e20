import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { builtFunctions } from './built-functions';

/** The deployed bundles and the function `probe` beside them (`signals-probe.ts`); answers their directory, which the test removes. */
export const withSignalsProbe = async (): Promise<string> => {
  const directory = await mkdtemp(path.join(tmpdir(), 'haochaping-probe-'));
  await cp(await builtFunctions(), directory, { recursive: true });
  const probe = path.join(directory, 'probe');
  await mkdir(probe);
  await build({
    ...{ entryPoints: [path.join(__dirname, 'signals-probe.ts')], outfile: path.join(probe, 'index.js') },
    ...{ bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' },
  });
  await writeFile(
    path.join(probe, 'config.json'),
    JSON.stringify({ timeout: 20, memorySize: 256, triggers: [], permissions: { openapi: [] } }),
  );
  return directory;
};
