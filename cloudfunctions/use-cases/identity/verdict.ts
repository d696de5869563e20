import type { ProofLevel, ProofMethod, Undetermined } from '@shared/domain/identity';
import type { RefusalCode } from '@shared/kernel/refusals';
import type { Context } from '../../ports/context';
import type { Checked } from '../../ports/verifiers';

type Refused = Extract<Checked, { verdict: 'refused' }>;

/** What a person reads when it was his own slip. */
const REFUSED: Readonly<Record<Refused['why'], RefusalCode>> = {
  name: 'identity.nameInvalid',
  idNumber: 'idNumber.malformed',
  phone: 'identity.phoneForeign',
  code: 'identity.expired',
  cancelled: 'identity.cancelled',
  device: 'identity.deviceUnsupported',
};

export const refusalOf = ({ why }: Refused): RefusalCode => REFUSED[why];

/** The mark of a try that no verifier could decide. */
export const undeterminedAt = (method: ProofMethod, why: Undetermined, { now }: Pick<Context, 'now'>) => ({
  method,
  why,
  at: now,
});

/** The answer to a try. */
export const answered = (outcome: 'proven' | 'undetermined', level: ProofLevel) => ({ outcome, level }) as const;
