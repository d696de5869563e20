import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../../cloudfunctions/deploy/cloud-manager';
import { type Command, readCommand } from '../../cloudfunctions/deploy/command-line';
import { readCredentials } from '../../cloudfunctions/deploy/configuration';
import { bundleProbe } from './bundle-probe';
import { CASES, titleOf } from './cases';
import { describeDifferences } from './differences';
import { runRemotely } from './run-remotely';

const USAGE = '用法：npm run conformance -- --env 环境ID [--dry-run]';

/** Answers the exit code: 1 when something differs or cannot be done. */
const run = async ({ env, dryRun }: Command, functionsDir: string): Promise<number> => {
  const bytes = await bundleProbe(functionsDir);
  if (dryRun) {
    for (const of of CASES) console.log(titleOf(of));
    console.log(`共 ${CASES.length} 例，云函数 probe ${(bytes / 1024).toFixed(0)} KB；没有连接云端。`);
    return 0;
  }
  const read = readCredentials(process.env);
  if ('problems' in read) {
    for (const problem of read.problems) console.error(problem);
    return 1;
  }
  const outcomes = await runRemotely(await connect(env, read.credentials), functionsDir, console.log);
  console.log(describeDifferences(outcomes));
  return outcomes.length === CASES.length && outcomes.every(({ passed }) => passed) ? 0 : 1;
};

const main = async (): Promise<number> => {
  const command = readCommand(process.argv.slice(2));
  if (!command) {
    console.error(USAGE);
    return 2;
  }
  const functionsDir = await mkdtemp(path.join(tmpdir(), 'conformance-'));
  try {
    return await run(command, functionsDir);
  } finally {
    await rm(functionsDir, { recursive: true, force: true });
  }
};

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    console.error(`没有完成：${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
