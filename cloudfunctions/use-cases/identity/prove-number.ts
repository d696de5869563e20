import type { InputOf } from '@shared/contracts/contract';
import type { proveNumber as contract } from '@shared/contracts/identity';
import { readCompanyCode } from '@shared/domain/company-code';
import { levelOf } from '@shared/domain/identity';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import { LIMITS } from '@shared/policy/limits';
import type { UseCase } from '../../ports/context';
import { changeIdentity, withConsents, withProof } from './change-identity';
import { checkNumber } from './check-number';
import { readPerson } from './claimed-person';
import { readCompanyName } from './company-name';
import { checkConsents, type GivenConsent } from './consent';
import { answered, couldNotSay, refusalOf } from './verdict';

type Input = InputOf<typeof contract>;
type Company = { readonly companyName: string; readonly companyCode: string };

const readCompany = (company: Input['company']): Result<Company | undefined, RefusalCode> => {
  if (!company) return ok(undefined);
  const name = readCompanyName(company.name);
  if (!name.ok) return name;
  const code = readCompanyCode(company.code);
  return code.ok ? ok({ companyName: name.value, companyCode: code.value }) : code;
};

const consentsOf = ({ consent, guardianConsent }: Input): GivenConsent[] => [
  { notice: 'idNumber', version: consent },
  ...(guardianConsent === undefined ? [] : [{ notice: 'guardian', version: guardianConsent } as const]),
];

/** 姓名和身份证号, of a person who rates for himself, for his child, or as 经办人 of a company. */
export const proveNumber: UseCase<typeof contract> = async (input, context) => {
  const { actor, identities, limits, now, vault, verifiers } = context;
  const consents = checkConsents(consentsOf(input));
  if (!consents.ok) return consents;
  const person = readPerson(input, now);
  if (!person.ok) return person;
  const company = readCompany(input.company);
  if (!company.ok) return company;
  if (!verifiers.offered.includes('idNumber')) return refuse('identity.methodClosed');
  if (!(await limits.take('proof', actor.ref, LIMITS.proof.value, now))) return refuse('limit.proofs');

  const { name, idNumber } = person.value;
  const checked = await checkNumber({ name, idNumber }, await identities.find(actor.ref), context);
  if (checked.verdict === 'refused') return refuse(refusalOf(checked));
  if (checked.verdict === 'mismatch') return refuse('identity.mismatch');
  if (checked.verdict === 'undetermined') return ok(await couldNotSay('idNumber', checked.why, context));
  const after = await changeIdentity(
    ({ proofs, consents: before }) => ({
      fields: { name, idNumber, ...company.value },
      idIndex: vault.index('idNumber', idNumber),
      proofs: withProof(proofs, { method: 'idNumber', level: checked.level, at: now }),
      consents: withConsents(before, consents.value, now),
      isGuardian: input.guardianConsent !== undefined,
    }),
    context,
  );
  return ok(answered('proven', levelOf(after)));
};
