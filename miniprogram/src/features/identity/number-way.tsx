import { readCompanyCode } from '@shared/domain/company-code';
import { PROOF_METHOD_LABELS } from '@shared/domain/identity-labels';
import { REFUSALS } from '@shared/kernel/refusals';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Input } from '../../api/actions';
import { Button } from '../../components/button';
import { CheckBox } from '../../components/check-box';
import { useAction } from '../../hooks/use-action';
import { CompanyFields, isOfCompany, type TypedCompany } from './company-fields';
import { ConsentBox, useConsent } from './consent-box';
import { fieldOfSlip, PersonFields, personSlip, type Slip, type TypedPerson } from './person-fields';
import { Way } from './way';
import { WayError, type WayProps } from './way-error';

export type PersonProps = {
  readonly person: TypedPerson;
  readonly onPerson: (changes: Partial<TypedPerson>) => void;
};
type Props = Omit<WayProps, 'onProven'> &
  PersonProps & {
    readonly onProven: (proven: Parameters<WayProps['onProven']>[0], forCompany: boolean) => void;
  };

const companySlip = (company: TypedCompany | null): Slip | null => {
  if (!company) return null;
  if (company.name.trim() === '') return slipOf('identity.companyNameInvalid');
  const code = readCompanyCode(company.code);
  return code.ok ? null : slipOf(code.code);
};

const slipOf = (code: keyof typeof REFUSALS): Slip => ({ code, message: REFUSALS[code] });

/** 姓名和身份证号, for oneself, for a child, or as 经办人 of a company. */
export const NumberWay = ({ person, onPerson, onProven, onKeep }: Props) => {
  const consent = useConsent();
  const guardian = useConsent();
  const [company, setCompany] = useState<TypedCompany | null>(null);
  const [ownSlip, setOwnSlip] = useState<Slip | null>(null);
  const { run, busy, failure, code } = useAction('identity.proveNumber', (proven) =>
    onProven(proven, company !== null),
  );
  const slip = ownSlip ?? (failure && code ? { code, message: failure } : null);
  const isElsewhere = slip && !fieldOfSlip(slip.code) && !isOfCompany(slip.code);

  const prove = () => {
    const wrong = personSlip(person) ?? companySlip(company);
    setOwnSlip(wrong);
    if (!consent.demand() || wrong) return;
    const input: Input<'identity.proveNumber'> = {
      ...person,
      consent: NOTICE_TEXTS.idNumber.version,
      ...(guardian.given ? { guardianConsent: NOTICE_TEXTS.guardian.version } : {}),
      ...(company ? { company } : {}),
    };
    void run(input);
  };
  return (
    <Way id="number" title={PROOF_METHOD_LABELS.idNumber} note="填写证件上的姓名和号码。">
      <ConsentBox of="number" notice="idNumber" consent={consent} />
      <PersonFields of="number" person={person} slip={slip} onChange={onPerson} />
      <View className="way__more">
        <CheckBox
          id="is-company"
          label="代表单位评价"
          checked={company !== null}
          onTurn={(on) => setCompany(on ? { name: '', code: '' } : null)}
        />
        {company && (
          <CompanyFields company={company} slip={slip} onChange={(changes) => setCompany({ ...company, ...changes })} />
        )}
      </View>
      <ConsentBox of="number" notice="guardian" consent={guardian} />
      <WayError id="number" message={isElsewhere ? slip.message : null} code={code} onKeep={onKeep} />
      <Button id="prove-number" disabled={busy} onPress={prove}>
        {busy ? '正在核对…' : '核对'}
      </Button>
    </Way>
  );
};
