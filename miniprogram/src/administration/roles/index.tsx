import type { Input } from '../../api/actions';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { ByUnit } from '../../features/administration/by-unit';
import { RoleSheet } from '../../features/administration/role-sheet';
import { StaffCell } from '../../features/administration/staff-cell';

definePageConfig({ navigationBarTitleText: '角色授权' });

const load = (input: Input<'staff.list'>) => call('staff.list', input);

/** 角色授权, for the security administrator. */
export default function RolesPage() {
  return (
    <Screen title="角色授权">
      <ByUnit
        load={load}
        empty="这个单位还没有登记人员。"
        cellOf={(member, open) => <StaffCell key={member.staffId} member={member} onPress={open} />}
        sheetOf={(sheeted) => <RoleSheet {...sheeted} />}
      />
    </Screen>
  );
}
