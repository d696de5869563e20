import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../cloudfunctions/local/local-cloud';

// biome-ignore lint/suspicious/noExplicitAny: the SDK's own declarations are unusable (every call is Promise | void | string)
export type Sdk = any;

/** What a probe is given: the unmodified wx-server-sdk inside a deployed function. */
export type ProbeTools = { cloud: Sdk; db: Sdk; _: Sdk; $: Sdk; context: Sdk; env: Record<string, string | undefined> };
export type Probe = (tools: ProbeTools, input: Sdk) => unknown;

/** Runs the source text that a test sends; a rejection of the SDK is an answer of its own. */
const PROBE = `
import cloud from 'wx-server-sdk';
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database({ throwOnNotFound: false });
let served = 0;
export const main = async (event, context) => {
  served += 1;
  const tools = { cloud, db, _: db.command, $: db.command.aggregate, context, env: process.env, served };
  try {
    return { value: await (0, eval)('(' + event.action + ')')(tools, event.input, event) };
  } catch (error) {
    return { errCode: error.errCode, errMsg: error.errMsg ?? String(error && error.message) };
  }
};
`;

const folders: string[] = [];

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  folders.push(folder);
  return folder;
};

export const removeTemporaryFolders = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};

/** Deploy one function from source text, bundled as the real build does. */
export const deploy = async (
  functionsDir: string,
  door: string,
  source: string,
  config: object = {},
): Promise<void> => {
  await mkdir(path.join(functionsDir, door), { recursive: true });
  await build({
    stdin: { contents: source, resolveDir: path.resolve(__dirname, '../..'), loader: 'js' },
    outfile: path.join(functionsDir, door, 'index.js'),
    ...{ bundle: true, minify: true, platform: 'node', target: 'node18', format: 'cjs', logLevel: 'error' },
  });
  await writeFile(path.join(functionsDir, door, 'config.json'), JSON.stringify(config));
};

export const deployProbe = (functionsDir: string, config: object = {}, door = 'probe'): Promise<void> =>
  deploy(functionsDir, door, PROBE, config);

export type TestCloud = LocalCloud & {
  readonly functionsDir: string;
  readonly dataDir: string;
  readonly lines: string[];
  /** Run a probe inside the function `probe`; answers its value, or rejects with the SDK's error. */
  probe(probe: Probe, input?: unknown, who?: { openid?: string }): Promise<Sdk>;
};

export const startTestCloud = async (
  options: Partial<LocalCloudOptions> & { config?: object } = {},
): Promise<TestCloud> => {
  const { config, ...given } = options;
  const functionsDir = given.functionsDir ?? temporaryFolder();
  const dataDir = given.dataDir ?? temporaryFolder();
  if (given.functionsDir === undefined) await deployProbe(functionsDir, config);
  const lines: string[] = [];
  const cloud = await startLocalCloud({
    schema: {},
    env: {},
    unindexed: 'refuse',
    log: (line) => lines.push(line),
    ...given,
    functionsDir,
    dataDir,
  });
  const probe: TestCloud['probe'] = async (run, input, who) => {
    const answer = (await cloud.call('probe', { action: String(run), input }, who)) as Sdk;
    if (answer.ok === false || 'errMsg' in answer)
      throw Object.assign(new Error(answer.errMsg ?? `${answer.code} ${answer.message}`), answer);
    return answer.value;
  };
  return Object.assign(cloud, { functionsDir, dataDir, lines, probe });
};
