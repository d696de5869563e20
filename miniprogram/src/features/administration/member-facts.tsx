import { View } from '@tarojs/components';
import { Fact } from '../../components/fact';
import { type StaffRow, sayBinding, sayRoles } from './staff-cell';

type Props = { readonly member: StaffRow };

/** Who it is, at the top of his sheet. */
export const MemberFacts = ({ member }: Props) => (
  <View>
    <Fact name="工号">{member.workNo}</Fact>
    <Fact name="单位">{member.unit}</Fact>
    <Fact name="角色">{sayRoles(member)}</Fact>
    <Fact name="微信">{sayBinding(member)}</Fact>
  </View>
);
