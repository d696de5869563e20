import path from 'node:path';
import { parseArgs } from 'node:util';
import { Explained } from '../explained';

export const HELP = `本机云：在一台机器上运行微信云开发的云函数、数据库、存储和定时器，云函数代码不用改。
The WeChat cloud on one machine, for unmodified wx-server-sdk functions.

用法 Usage: npm run local-cloud -- --functions 目录 --data 目录 [选项]
  --functions DIR  云函数目录，每个子目录是一个函数：index.js，旁边可有 config.json  (one folder per function)
  --data DIR       数据库和文件放在这里，没有就新建  (database and files; created if missing)
  --schema FILE    集合和索引的清单（JSON）；不写则保留数据目录里已有的集合  (collections and indexes)
  --port N         监听 127.0.0.1 的这个端口；不写则任选一个空闲的  (default: one that is free)
  --refuse-scans   拒绝没有索引可用的大集合查询；不写则只在日志里提醒  (refuse unindexed queries)
  --no-timers      不运行定时触发器  (do not run timers)

照看数据 Look after the data:
  npm run local-cloud -- check --data 目录            核对索引与文档是否一致；本机云运行时也可以  (also while it runs)
  npm run local-cloud -- repair --data 目录           按文档修好索引；先停止本机云  (stop the local cloud first)
  npm run local-cloud -- backup --data 目录 --to 目录  复制一份；运行时也可以，用 --data 指向它就是恢复  (also while it runs)`;

const OPTIONS = {
  functions: { type: 'string' },
  data: { type: 'string' },
  schema: { type: 'string' },
  port: { type: 'string' },
  'refuse-scans': { type: 'boolean', default: false },
  timers: { type: 'boolean', default: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type Arguments = {
  readonly functionsDir: string;
  readonly dataDir: string;
  readonly schemaFile: string | undefined;
  /** 0 is whichever is free. */
  readonly port: number;
  readonly refusesScans: boolean;
  readonly timers: boolean;
};

/** Undefined when help is asked for. Throws `Explained` on a wrong argument. */
export const readArguments = (args: readonly string[], workingDir: string): Arguments | undefined => {
  const values = parsed(args);
  if (values.help) return undefined;
  const folder = (name: 'functions' | 'data'): string => {
    const value = values[name];
    if (!value) throw new Explained(`请写明 --${name} 目录。--${name} wants a directory.\n\n${HELP}`);
    return path.resolve(workingDir, value);
  };
  return {
    functionsDir: folder('functions'),
    dataDir: folder('data'),
    schemaFile: values.schema === undefined ? undefined : path.resolve(workingDir, values.schema),
    port: portOf(values.port) ?? 0,
    refusesScans: values['refuse-scans'],
    timers: values.timers,
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowNegative: true }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Explained(`看不懂这些参数：${args.join(' ')}（${why}）\n\n${HELP}`);
  }
};

/** Throws `Explained` when it is none. */
export const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Explained(
    `--port 要写 1 到 65535 之间的数字，写的是“${text}”。--port wants a number from 1 to 65535, not "${text}".`,
  );
};
