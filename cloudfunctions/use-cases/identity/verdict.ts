import { levelOf, type ProofLevel, type ProofMethod, type Undetermined } from '@shared/domain/identity';
import type { RefusalCode } from '@shared/kernel/refusals';
import type { Context } from '../../ports/context';
import type { Checked } from '../../ports/verifiers';
import { changeIdentity } from './change-identity';

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

/** The answer to a try. */
export const answered = (outcome: 'proven' | 'undetermined', level: ProofLevel) => ({ outcome, level }) as const;

/** A try that no verifier could decide: its mark is kept, and the answer says so. */
export const couldNotSay = async (method: ProofMethod, why: Undetermined, context: Context) => {
  const undetermined = { method, why, at: context.now };
  return answered('undetermined', levelOf(await changeIdentity(() => ({ undetermined }), context)));
};
