import { readFileSync } from 'node:fs';
import type { DailyDigest } from '@shared/domain/audit';
import type { ChainFault } from '@shared/domain/audit-faults';
import { CannotVerify } from './source';

type Logged = { readonly day: string; readonly number: number; readonly hash: string };

const loggedIn = (line: string): Logged[] => {
  try {
    const { digest } = JSON.parse(line.slice(Math.max(0, line.indexOf('{')))) as { digest?: Logged };
    return typeof digest?.day === 'string' ? [digest] : [];
  } catch {
    return [];
  }
};

/** The digests among the log lines of `clock`, which no database reaches, held against those that were kept. */
export const verifyLogged = (file: string, kept: readonly DailyDigest[]): readonly ChainFault[] => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CannotVerify(`读不到日志文件 ${file}，请核对路径后重试。`);
  }
  const logged = text.split('\n').flatMap(loggedIn);
  if (logged.length === 0) throw new CannotVerify(`${file} 里没有每日摘要，请导出 clock 云函数的日志后重试。`);
  return logged.flatMap(({ day, number, hash }): ChainFault[] => {
    const digest = kept.find((one) => one.day === day);
    if (!digest) return [{ fault: 'digestMissing', number, day }];
    return digest.hash === hash ? [] : [{ fault: 'digestChanged', number, day }];
  });
};
