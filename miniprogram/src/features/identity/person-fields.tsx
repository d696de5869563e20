import { readIdNumber } from '@shared/domain/id-number';
import { readPersonName } from '@shared/domain/person-name';
import { REFUSALS } from '@shared/kernel/refusals';
import { dayOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Refusal } from '../../api/call';
import { LabelledLine } from './labelled-line';

/** What is typed of a person; never kept on the phone. */
export type TypedPerson = { readonly name: string; readonly idNumber: string };
export const NOBODY: TypedPerson = { name: '', idNumber: '' };

export type Slip = { readonly code: Refusal['code']; readonly message: string };

/** What does not look right before anything is sent. */
export const personSlip = ({ name, idNumber }: TypedPerson): Slip | null => {
  const read = readPersonName(name);
  const checked = read.ok ? readIdNumber(idNumber, dayOf(Date.now())) : read;
  return checked.ok ? null : { code: checked.code, message: REFUSALS[checked.code] };
};

const OF_NUMBER: readonly Refusal['code'][] = [
  'identity.mismatch',
  'identity.underFourteen',
  'identity.faceForAdultsOnly',
];

export type PersonField = 'name' | 'idNumber';

/** Beside which of the two fields a refusal is read; undefined when it is about neither. */
export const fieldOfSlip = (code: Refusal['code']): PersonField | undefined => {
  if (code === 'identity.nameInvalid') return 'name';
  return code.startsWith('idNumber.') || OF_NUMBER.includes(code) ? 'idNumber' : undefined;
};

type Props = {
  readonly of: string;
  readonly person: TypedPerson;
  readonly slip: Slip | null;
  readonly onChange: (changes: Partial<TypedPerson>) => void;
};

/** 姓名 and 身份证号 */
export const PersonFields = ({ of, person, slip, onChange }: Props) => {
  const errorAt = (field: PersonField) => (slip && fieldOfSlip(slip.code) === field ? slip.message : null);
  return (
    <View>
      <LabelledLine
        id={`${of}-name`}
        label="姓名"
        value={person.name}
        placeholder="证件上的姓名"
        error={errorAt('name')}
        onInput={(name) => onChange({ name })}
      />
      <LabelledLine
        id={`${of}-id`}
        label="身份证号"
        value={person.idNumber}
        placeholder="18位身份证号"
        error={errorAt('idNumber')}
        onInput={(idNumber) => onChange({ idNumber })}
      />
    </View>
  );
};
