import { readFileSync } from 'node:fs';
import type { AuditEntry, DailyDigest } from '@shared/domain/audit';
import { type AuditRow, type DigestRow, digestOfRow, entryOfRow, isAuditRow } from '../adapters/wx/audit-rows';
import { type AuditSource, CannotVerify } from './source';

type Row = { readonly _id?: unknown };

const isDigestRow = ({ _id }: Row): boolean => typeof _id === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(_id);

const rowOf = (line: string, i: number, name: string): Row => {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === 'object' && row !== null && (isAuditRow(row) || isDigestRow(row))) return row;
  } catch {
    // Said below, as of a row that is no entry.
  }
  throw new CannotVerify(`${name} 的第 ${i + 1} 行既不是审计日志也不是每日摘要，请重新导出后再核对。`);
};

/** An export: the documents of both collections, one JSON text a line, entries and digests in any mixture. */
export const exportedSource = (name: string, text: string): AuditSource => {
  const rows = text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [rowOf(line, i, name)]));
  const entries: AuditEntry[] = rows.filter(isAuditRow).map((row) => entryOfRow(row as AuditRow));
  const digests: DailyDigest[] = rows.filter(isDigestRow).map((row) => digestOfRow(row as DigestRow));
  return {
    name,
    entries: async function* () {
      yield entries;
    },
    digests: async () => digests.sort((a, b) => (a.day < b.day ? -1 : 1)),
  };
};

export const fileSource = (file: string): AuditSource => {
  try {
    return exportedSource(`文件 ${file}`, readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof CannotVerify) throw error;
    throw new CannotVerify(`读不到文件 ${file}，请核对路径后重试。`);
  }
};
