import { parseArgs } from 'node:util';
import { sayFault } from '@shared/domain/labels';
import { dayOf, type Instant, sayMoment, yearOf } from '@shared/kernel/time';
import { cloudSource } from './audit-verify/cloud';
import { fileSource } from './audit-verify/exported';
import { verifyLogged } from './audit-verify/logged-digests';
import { runningDemo } from './audit-verify/running-demo';
import { type AuditSource, CannotVerify } from './audit-verify/source';
import { type Verified, verifySource } from './audit-verify/verify-source';
import { readArguments } from './demo/arguments';

const USAGE = `用法：npm run audit:verify                     核对正在运行的本机演示（--data 目录：不是默认的数据目录）
      npm run audit:verify -- --env 环境ID       核对云上的，用 TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY
      npm run audit:verify -- 导出文件           核对导出的 audit 和 auditDigests，每行一个 JSON
      另加 --logged 日志文件                     与 clock 日志里的每日摘要对照
结果：0 完好，1 有问题，2 没有核对成`;
const ENV_ID = /^[A-Za-z0-9][\w-]{1,63}$/;

const OPTIONS = {
  env: { type: 'string' },
  data: { type: 'string' },
  logged: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const readCommand = (args: string[]) => {
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const sources = [values.env, values.data, ...positionals].filter((source) => source !== undefined);
    const isRight = sources.length <= 1 && (values.env === undefined || ENV_ID.test(values.env));
    return isRight ? { ...values, file: positionals[0] } : undefined;
  } catch {
    return undefined;
  }
};

type Command = NonNullable<ReturnType<typeof readCommand>>;

const sourceOf = ({ env, file, data }: Command): Promise<AuditSource> | AuditSource => {
  if (env !== undefined) return cloudSource(env);
  if (file !== undefined) return fileSource(file);
  return runningDemo(readArguments(data === undefined ? [] : ['--data', data], process.cwd()).dataDir);
};

const say = (line: string) => console.log(line);
const sayWhen = (at: Instant): string => `${yearOf(dayOf(at))}年${sayMoment(at)}`;

const sayWhatWasRead = (name: string, { count, digests, first, last, head }: Verified): void => {
  say(`${name}：审计日志 ${count} 条，每日摘要 ${digests.length} 份。`);
  if (first && last) say(`从 ${sayWhen(first.at)} 到 ${sayWhen(last.at)}。`);
  say(`末尾是第 ${head.number} 条，SM3 ${head.hash || '（无）'}`);
};

const run = async (command: Command): Promise<number> => {
  const source = await sourceOf(command);
  const verified = await verifySource(source);
  const ofLog = command.logged === undefined ? [] : verifyLogged(command.logged, verified.digests);
  const faults = [...verified.faults, ...ofLog];
  sayWhatWasRead(source.name, verified);
  for (const fault of faults) say(`✗ ${sayFault(fault)}。`);
  say(faults.length === 0 ? '核对完毕，没有发现改动。' : `核对完毕，发现 ${faults.length} 处问题，请联系审计管理员。`);
  return faults.length === 0 ? 0 : 1;
};

const main = async (): Promise<number> => {
  const command = readCommand(process.argv.slice(2));
  if (command?.help) say(USAGE);
  else if (command) return run(command);
  else console.error(USAGE);
  return command ? 0 : 2;
};

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    console.error(error instanceof CannotVerify ? error.message : `没有核对成：${String(error)}`);
    process.exitCode = 2;
  });
