import { View } from '@tarojs/components';
import type { Refusal } from '../../api/call';
import { LabelledLine } from './labelled-line';
import type { Slip } from './person-fields';

export type TypedCompany = { readonly name: string; readonly code: string };

const isOfName = (code: Refusal['code']): boolean => code === 'identity.companyNameInvalid';
const isOfCode = (code: Refusal['code']): boolean => code.startsWith('companyCode.');
export const isOfCompany = (code: Refusal['code']): boolean => isOfName(code) || isOfCode(code);

type Props = {
  readonly company: TypedCompany;
  readonly slip: Slip | null;
  readonly onChange: (changes: Partial<TypedCompany>) => void;
};

/** 单位名称 and 统一社会信用代码 */
export const CompanyFields = ({ company, slip, onChange }: Props) => (
  <View>
    <LabelledLine
      id="company-name"
      label="单位名称"
      value={company.name}
      placeholder="营业执照上的单位名称"
      longest={60}
      error={slip && isOfName(slip.code) ? slip.message : null}
      onInput={(name) => onChange({ name })}
    />
    <LabelledLine
      id="company-code"
      label="统一社会信用代码"
      value={company.code}
      placeholder="18位，在营业执照上"
      error={slip && isOfCode(slip.code) ? slip.message : null}
      onInput={(code) => onChange({ code })}
    />
  </View>
);
