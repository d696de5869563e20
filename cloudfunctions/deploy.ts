import path from 'node:path';
import { carryOut } from './deploy/carry-out';
import { connect } from './deploy/cloud-manager';
import { type Command, readCommand } from './deploy/command-line';
import { readConfiguration } from './deploy/configuration';
import { describePlan } from './deploy/describe-plan';
import { planDeployment } from './deploy/plan';
import { readSources } from './deploy/read-sources';

const ROOT = path.join(__dirname, '..');
const USAGE = '用法：npm run deploy -- --env 环境ID [--dry-run]';

const refuseAll = (problems: readonly string[]): number => {
  for (const problem of problems) console.error(problem);
  return 1;
};

const deploy = async ({ env, dryRun }: Command): Promise<number> => {
  const planned = planDeployment(await readSources(ROOT));
  if ('problems' in planned) return refuseAll(planned.problems);
  console.log(describePlan(env, planned.plan));
  if (dryRun) {
    console.log('以上为计划，没有连接云端。');
    return 0;
  }
  const read = readConfiguration(process.env);
  if ('problems' in read) return refuseAll(read.problems);
  const { credentials, variables } = read.configuration;
  const target = { plan: planned.plan, functionsDir: path.join(__dirname, 'dist'), variables };
  return (await carryOut(await connect(env, credentials), target, console.log)) ? 0 : 1;
};

const main = async (): Promise<number> => {
  const command = readCommand(process.argv.slice(2));
  if (command) return deploy(command);
  console.error(USAGE);
  return 2;
};

if (require.main === module) {
  main()
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error: unknown) => {
      console.error(`部署没有完成：${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    });
}
