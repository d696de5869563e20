import type { verifyAudit as contract } from '@shared/contracts/audit';
import type { AuditEntry, ChainHead } from '@shared/domain/audit';
import { verifyDigests, verifyEnd, verifyEntries } from '@shared/domain/audit-faults';
import { ok } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';

const CHECKED_AT_ONCE = 500;
const DIGESTS_SHOWN = 31;

/** The entry before the first one that is checked; when it is gone, only its number is known. */
const headBefore = (from: number, first: AuditEntry | undefined): ChainHead =>
  first?.number === from - 1 ? first : { number: from - 1, hash: '' };

/** 核对审计链 */
export const verifyAudit: OfficialUseCase<typeof contract> = async ({ from }, { audit }) => {
  const [read, digests] = await Promise.all([
    audit.fromNumber(Math.max(1, from - 1), CHECKED_AT_ONCE + 1),
    audit.digests(),
  ]);
  const entries = read.filter(({ number }) => number >= from).slice(0, CHECKED_AT_ONCE);
  const { faults, head } = verifyEntries(entries, digests, audit.digest, headBefore(from, read[0]));
  const isEnd = entries.length < CHECKED_AT_ONCE;
  const ofEnd = isEnd ? [...verifyEnd(head.number, digests), ...verifyDigests(digests, audit.digest)] : [];
  return ok({
    checked: entries.length,
    faults: [...faults, ...ofEnd],
    next: isEnd ? null : head.number + 1,
    head: { number: head.number, hash: head.hash },
    digests: digests.slice(-DIGESTS_SHOWN).reverse(),
  });
};
