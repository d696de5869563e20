import type { AuditEntry, DailyDigest } from '@shared/domain/audit';

/** An entry as it is kept: its number is the `_id` and stands nowhere else. */
export type AuditRow = Omit<AuditEntry, 'number'> & { readonly _id: string };
export type DigestRow = Omit<DailyDigest, 'day'> & { readonly _id: string };

/** Enough for a thousand entries a second in thirty years; the order of the texts is that of the numbers. */
const DIGITS = 12;

/** Throws beyond the last number: its text would stand before the others. */
export const auditId = (number: number): string => {
  const id = String(number).padStart(DIGITS, '0');
  if (id.length > DIGITS) throw new RangeError('the audit log is full');
  return id;
};

export const isAuditRow = ({ _id }: { readonly _id?: unknown }): boolean =>
  typeof _id === 'string' && /^\d{12}$/.test(_id);

export const rowOfEntry = ({ number, ...entry }: AuditEntry): AuditRow => ({ _id: auditId(number), ...entry });
export const entryOfRow = ({ _id, ...entry }: AuditRow): AuditEntry => ({ ...entry, number: Number(_id) });

export const rowOfDigest = ({ day, ...digest }: DailyDigest): DigestRow => ({ _id: day, ...digest });
export const digestOfRow = ({ _id, ...digest }: DigestRow): DailyDigest => ({ ...digest, day: _id });
