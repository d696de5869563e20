import type { Inspection } from '../local/database/inspection';

export const AUDIT_EXPORT_PATH = '/demo/audit.jsonl';
export const AUDIT_EXPORT_TYPE = 'application/x-ndjson';

/** The audit log and its digests as they stand in the database, one document a line, as the real cloud exports them. */
export const auditExport = (database: Inspection): string =>
  (['audit', 'auditDigests'] as const)
    .flatMap((name) => database.find(name, {}) as { readonly _id: string }[])
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
