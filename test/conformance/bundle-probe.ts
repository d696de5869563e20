import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { FUNCTION_BUNDLE } from '../../cloudfunctions/build';

export const PROBE = 'probe';

/** Writes `probe/index.js` as a function of the product is built; answers its bytes. */
export const bundleProbe = async (functionsDir: string): Promise<number> => {
  const target = path.join(functionsDir, PROBE);
  const outfile = path.join(target, 'index.js');
  await mkdir(target, { recursive: true });
  await build({ ...FUNCTION_BUNDLE, entryPoints: [path.join(__dirname, 'probe.ts')], outfile });
  await writeFile(path.join(target, 'config.json'), JSON.stringify({ timeout: 60 }));
  return (await stat(outfile)).size;
};
