import { ageOn, readIdNumber } from '@shared/domain/id-number';
import { readPersonName } from '@shared/domain/person-name';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import { dayOf, type Instant } from '@shared/kernel/time';
import { PRIVACY } from '@shared/policy/privacy';
import type { ClaimedPerson } from '../../ports/verifiers';

export type ReadPerson = ClaimedPerson & { readonly age: number };

/** The person as typed, in the form of his document. A child under the age of the law gives no number of his own. */
export const readPerson = (
  typed: { readonly name: string; readonly idNumber: string },
  now: Instant,
): Result<ReadPerson, RefusalCode> => {
  const name = readPersonName(typed.name);
  if (!name.ok) return name;
  const id = readIdNumber(typed.idNumber, dayOf(now));
  if (!id.ok) return id;
  const age = ageOn(id.value.bornOn, dayOf(now));
  if (age < PRIVACY.guardianBelowAge.value) return refuse('identity.underFourteen');
  return ok({ name: name.value, idNumber: id.value.number, age });
};
