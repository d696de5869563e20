import type { Audited, Contract } from '@shared/contracts/contract';
import type { RefusalCode } from '@shared/kernel/refusals';
import type { Result } from '@shared/kernel/result';
import type { Actor, Context } from '../ports/context';

type Answer = Result<unknown, RefusalCode>;

const nameOf = ({ ref, staff }: Actor): string => (staff ? `staff:${staff._id}` : `rater:${ref}`);

const auditedOf = (contract: Contract, input: Answer, answer: Answer | undefined): Audited =>
  (input.ok && contract.audits?.(input.value, answer?.ok ? answer.value : undefined)) || { about: '' };

/**
 * Decides, then writes the line, and only then lets the answer go: who throws here answers `system.failed`. What was asked for
 * and refused may be anything that a person typed, so of that the line holds a keyed digest. A citizen's refused try is no line:
 * nobody fills the log by knocking.
 */
export const audited = async (
  contract: Contract,
  input: Answer,
  { actor, audit, digests, now }: Context,
  decide: () => Promise<Answer>,
): Promise<Answer> => {
  let answer: Answer | undefined;
  try {
    answer = await decide();
    return answer;
  } finally {
    const { about, purpose = '' } = auditedOf(contract, input, answer);
    const outcome = answer === undefined ? 'system.failed' : answer.ok ? 'ok' : answer.code;
    if (actor.staff || outcome === 'ok') {
      await audit.append({
        at: now,
        actor: nameOf(actor),
        action: contract.name,
        about: outcome === 'ok' || about === '' ? about : digests.refusedAbout(about),
        purpose,
        outcome,
      });
    }
  }
};
