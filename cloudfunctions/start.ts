import { HELP, readArguments, type StartArguments } from './demo/arguments';
import { openDataDirectory } from './demo/data-directory';
import { functionsDirOf, startDemoCloud } from './demo/demo-cloud';
import { choosePort } from './demo/free-port';
import { buildInto, rebuildOnChange } from './demo/functions-build';
import { buildH5, isH5Old } from './demo/h5-build';
import { onLauncherGone } from './demo/launchers';
import { DEMO_EDITION } from './demo/world';
import { shownFor } from './local/explained';

/** What has to be stopped before this process ends, the last one first. */
const running: (() => unknown)[] = [];
let isStopping = false;

const say = (line: string) => console.log(line);

const stop = async (code: number) => {
  if (isStopping) return;
  isStopping = true;
  for (const end of running.reverse()) await end();
  process.exit(code);
};

const timed = async <T>(work: Promise<T>): Promise<{ readonly value: T; readonly took: string }> => {
  const started = performance.now();
  const value = await work;
  return { value, took: `用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒` };
};

const buildApp = async () => {
  if (!isH5Old()) return;
  say('正在构建手机端（只在第一次或代码变化后，约一分钟）… Building the app, about a minute.');
  const { value: isBuilt, took } = await timed(buildH5((child) => running.push(() => child.kill()), say));
  say(
    isBuilt ? `手机端已构建，${took}。` : '手机端没有构建成功（原因见上），窗口码和云照常可用。The app was not built.',
  );
};

/** Everything is shown while developing, else only what went wrong. */
const logger = (showsAll: boolean) => (line: string) => {
  if (showsAll || !line.includes('"level":"info"')) console.error(line);
};

const NEW_KEYS = {
  all: '（新的；已为本机生成密钥，只存在这里）',
  some: '（旧版数据；已为本机补上保险箱的密钥，只存在这里，其余没有动）',
  none: '',
} as const;

const sayWhatToDo = (url: string) => {
  say('\n在浏览器中打开最后一行的网址：');
  say('  1. 点左边的窗口牌，等于用手机扫它，在右边的手机上评价；');
  say('  2. 在手机上方换一个身份，看差评怎样变成工单、怎样一步一步办完；');
  say('  3. 按 Ctrl-C 停止，数据留着下次再用。Ctrl-C stops it and keeps the data.\n');
  say(`ready ${url}/`);
};

const start = async ({ port: asked, dataDir, fresh, watch, buildsH5 }: StartArguments) => {
  say('好差评 · 本机演示：全部在这台机器上运行，只监听 127.0.0.1。');
  const port = await choosePort(asked, say);
  const data = await openDataDirectory(dataDir, fresh);
  running.push(data.lock.release);
  say(`数据目录 ${dataDir}${NEW_KEYS[data.newKeys]}`);
  say(`演示用云函数已构建，${(await timed(buildInto(functionsDirOf(data)))).took}。`);
  if (buildsH5) await buildApp();

  const cloud = await startDemoCloud(data, port, logger(watch));
  running.push(cloud.close);
  if (watch) running.push(rebuildOnChange(functionsDirOf(data), say));
  const { value: seeded, took } = await timed(cloud.seed());
  if (seeded) {
    say(`演示数据已写入，${took}：${seeded.windows} 个窗口、${seeded.cases} 个办件；`);
    say(`另有 ${seeded.ratings} 条评价，都由演示群众和工作人员经各自的入口提交、办理。`);
  } else if (data.state.seeded !== DEMO_EDITION) {
    say('数据目录里是旧版演示数据；要换成新的，或遇到异常，请加 --fresh 重启。The demo data is of an older edition.');
  }
  sayWhatToDo(cloud.url);
};

const main = async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  onLauncherGone(() => void stop(0));
  try {
    const args = readArguments(process.argv.slice(2), process.cwd());
    if (args.help) say(HELP);
    else await start(args);
  } catch (error) {
    if (!isStopping) console.error(shownFor(error));
    await stop(1);
  }
};

void main();
