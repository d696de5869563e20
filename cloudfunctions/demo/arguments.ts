import path from 'node:path';
import { parseArgs } from 'node:util';
import { portOf } from '../local/command/arguments';
import { Explained } from '../local/explained';

export type StartArguments = {
  /** Undefined: the usual one, or the next that is free. */
  readonly port: number | undefined;
  readonly dataDir: string;
  /** Empty the data directory first. */
  readonly fresh: boolean;
  /** Rebuild the functions when their sources change. */
  readonly watch: boolean;
  readonly buildsH5: boolean;
  readonly help: boolean;
};

const ROOT = path.resolve(__dirname, '..', '..');
const USUAL_DATA_DIR = '.data/demo';

export const HELP = `用法 Usage: npm start -- [--port 端口] [--data 目录] [--fresh] [--no-h5]
  --port N     监听 127.0.0.1 的这个端口；不写则用 8080，被占用时顺延  (port; default 8080 or the next free one)
  --data DIR   数据放在这个目录；不写则为 ${USUAL_DATA_DIR}  (data directory)
  --fresh      清空数据目录，从头写入演示数据  (start over with fresh demo data)
  --no-h5      不检查、不构建手机端  (do not build the app)
  --watch      源码变化时重建云函数，并显示全部日志；npm run dev 即是  (rebuild on change)`;

const OPTIONS = {
  port: { type: 'string' },
  data: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  h5: { type: 'boolean', default: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Throws `Explained` on a wrong one. */
export const readArguments = (args: readonly string[], workingDir: string): StartArguments => {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true, allowNegative: true });
    if (values.data === '') throw new Explained('--data 后面要写目录。--data wants a directory.');
    return {
      port: portOf(values.port),
      dataDir: values.data === undefined ? path.join(ROOT, USUAL_DATA_DIR) : path.resolve(workingDir, values.data),
      fresh: values.fresh,
      watch: values.watch,
      buildsH5: values.h5,
      help: values.help,
    };
  } catch (error) {
    if (error instanceof Explained) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Explained(`看不懂这些参数：${args.join(' ')}（${why}）\n\n${HELP}`);
  }
};
