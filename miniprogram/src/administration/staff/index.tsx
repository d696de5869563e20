import type { Input } from '../../api/actions';
import { call } from '../../api/call';
import { Screen } from '../../components/screen';
import { ByUnit } from '../../features/administration/by-unit';
import { StaffCell } from '../../features/administration/staff-cell';
import { StaffSheet } from '../../features/administration/staff-sheet';

definePageConfig({ navigationBarTitleText: '人员绑定与交接' });

const load = (input: Input<'staff.list'>) => call('staff.list', input);

/** 人员绑定与交接, for the system administrator. */
export default function StaffPage() {
  return (
    <Screen title="人员绑定与交接">
      <ByUnit
        load={load}
        empty="这个单位还没有登记人员。"
        cellOf={(member, open) => <StaffCell key={member.staffId} member={member} onPress={open} />}
        sheetOf={(sheeted) => <StaffSheet {...sheeted} />}
      />
    </Screen>
  );
}
