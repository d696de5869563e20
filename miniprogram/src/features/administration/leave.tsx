import { useAction } from '../../hooks/use-action';
import { Confirm } from './confirm';
import type { StaffRow } from './staff-cell';

type Props = { readonly member: StaffRow; readonly onBack: () => void; readonly onDone: () => void };

/** 离岗 */
export const Leave = ({ member: { staffId, name }, onBack, onDone }: Props) => {
  const leave = useAction('staff.leave', onDone);
  return (
    <Confirm {...leave} label="确认离岗" onConfirm={() => void leave.run({ staffId })} onBack={onBack}>
      离职或调离的办理离岗：{name}
      的全部角色、代理、微信绑定和邀请码马上结束，也不再在窗口当班，以后不能再邀请或授权。人员记录和已有的评价保留。
    </Confirm>
  );
};
