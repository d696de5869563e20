import { useAction } from '../../hooks/use-action';
import { Confirm } from './confirm';
import type { StaffRow } from './staff-cell';

type Props = { readonly member: StaffRow; readonly onBack: () => void; readonly onDone: () => void };

/** 解除绑定 */
export const Unbind = ({ member: { staffId, name }, onBack, onDone }: Props) => {
  const unbind = useAction('staff.unbind', onDone);
  return (
    <Confirm {...unbind} label="确认解除" onConfirm={() => void unbind.run({ staffId })} onBack={onBack}>
      解除后，原来的微信马上不能再以{name}的身份使用。角色保留，换手机后可以重新邀请；离职或调离的，请办理离岗。
    </Confirm>
  );
};
