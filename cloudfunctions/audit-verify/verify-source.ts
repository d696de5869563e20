import { type AuditEntry, BEGINNING, type ChainHead, type DailyDigest } from '@shared/domain/audit';
import { type ChainFault, verifyDigests, verifyEnd, verifyEntries } from '@shared/domain/audit-faults';
import { sm3Hex } from '../adapters/crypto/sm3';
import type { AuditSource } from './source';

export type Verified = {
  readonly count: number;
  readonly first: AuditEntry | undefined;
  readonly last: AuditEntry | undefined;
  readonly head: ChainHead;
  readonly digests: readonly DailyDigest[];
  readonly faults: readonly ChainFault[];
};

/** The whole chain and its digests, a portion at a time. */
export const verifySource = async (source: AuditSource): Promise<Verified> => {
  const digests = await source.digests();
  const faults: ChainFault[] = [];
  let [count, head]: [number, ChainHead] = [0, BEGINNING];
  let first: AuditEntry | undefined;
  let last: AuditEntry | undefined;
  for await (const portion of source.entries()) {
    const checked = verifyEntries(portion, digests, sm3Hex, head);
    faults.push(...checked.faults);
    head = checked.head;
    count += portion.length;
    first ??= portion[0];
    last = portion.at(-1) ?? last;
  }
  faults.push(...verifyEnd(head.number, digests), ...verifyDigests(digests, sm3Hex));
  return { count, first, last, head, digests, faults };
};
