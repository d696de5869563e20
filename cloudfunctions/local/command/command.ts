import path from 'node:path';
import { Explained, shownFor } from '../explained';
import { deployedDoors } from '../functions/function-config';
import { startLocalCloud } from '../local-cloud';
import { type Arguments, HELP, readArguments } from './arguments';
import { readCare } from './care';
import { takeCareApart } from './care-apart';
import { readSchemaFile } from './schema-file';

const serve = async ({ functionsDir, dataDir, schemaFile, port, refusesScans, timers }: Arguments): Promise<void> => {
  const names = deployedDoors(functionsDir);
  if (names.length === 0)
    throw new Explained(`${functionsDir} 里没有云函数：每个函数要有自己的目录，里面有 index.js。No functions there.`);
  const cloud = await startLocalCloud({
    ...{ functionsDir, dataDir, port, timers, faultsFile: path.join(dataDir, 'faults.json') },
    schema: schemaFile === undefined ? {} : readSchemaFile(schemaFile),
    env: {},
    unindexed: refusesScans ? 'refuse' : 'warn',
    log: (line) => console.error(line),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void cloud.close().then(() => process.exit(0)));
  }
  console.log(`云函数 ${names.join('、')}：POST ${cloud.url}/functions/<函数名>，请求头 x-wx-openid 说明是谁。`);
  console.log(`ready ${cloud.url}/`);
};

const main = async (): Promise<void> => {
  try {
    const given = process.argv.slice(2);
    const care = readCare(given, process.cwd());
    if (care) {
      process.exitCode = await takeCareApart(care);
      return;
    }
    const args = readArguments(given, process.cwd());
    if (args) await serve(args);
    else console.log(HELP);
  } catch (error) {
    console.error(shownFor(error));
    process.exit(1);
  }
};

void main();
