import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalCloudOptions } from '../../cloudfunctions/local/local-cloud';
import { type Probe, type Sdk, temporaryFolder } from './support';

export type ChildCloud = {
  readonly process: ChildProcess;
  readonly url: string;
  /** Over HTTP; answers what the function `probe` returned, `errCode` and `errMsg` among it. */
  probe(probe: Probe, input?: unknown): Promise<Sdk>;
};

/** A process of its own that runs a local cloud. `largestFile`: kibibytes; a write beyond fails as on a full disk. */
export const startChild = async (
  options: Pick<LocalCloudOptions, 'dataDir' | 'functionsDir' | 'schema'>,
  largestFile?: number,
): Promise<ChildCloud> => {
  const script = path.join(temporaryFolder(), 'child.ts');
  const localCloud = path.resolve(__dirname, '../../cloudfunctions/local/local-cloud.ts');
  const given = JSON.stringify({ ...options, env: {}, unindexed: 'refuse' });
  await writeFile(
    script,
    `import { startLocalCloud } from ${JSON.stringify(localCloud)};\nstartLocalCloud(${given}).then(({ url }) => console.log(url), (error) => { console.error(error.message); process.exit(7); });`,
  );
  const limit = largestFile === undefined ? '' : `ulimit -f ${largestFile}; trap '' XFSZ; `;
  const command = [process.execPath, '--import', require.resolve('tsx'), script];
  const child = spawn('bash', ['-c', `${limit}exec "$@"`, 'bash', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = String(line).trim();
  return { process: child, url, probe: (probe, input) => calledOver(url, probe, input) };
};

const calledOver = async (url: string, probe: Probe, input: unknown): Promise<Sdk> => {
  const body = JSON.stringify({ action: String(probe), input });
  const answer = (await (await fetch(`${url}/functions/probe`, { method: 'POST', body })).json()) as Sdk;
  return 'value' in answer ? answer.value : answer;
};
