import { showInvitation } from '@shared/domain/invitation';
import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { useAction } from '../../hooks/use-action';
import { Confirm } from './confirm';
import type { StaffRow } from './staff-cell';

type Props = { readonly member: StaffRow; readonly onBack: () => void; readonly onDone: () => void };

const Shown = ({ code, until, name, onDone }: Output<'staff.invite'> & { name: string; onDone: () => void }) => (
  <View>
    <View>请把邀请码当面或打电话告诉{name}本人：</View>
    <View id="invitation" className="administration__code" {...told({ role: 'text', label: [...code].join(' ') })}>
      {showInvitation(code)}
    </View>
    <View>{sayMoment(until)} 前有效，只能用一次。</View>
    <View className="quiet administration__note">
      本人在微信中打开“我的”，点“工作人员绑定”，输入邀请码。关闭后这里不再显示，忘了就重新邀请，旧码随即作废。
    </View>
    <Button id="shown" onPress={onDone}>
      我已告知本人
    </Button>
  </View>
);

/** 邀请绑定: the code is shown once, large. */
export const Invite = ({ member, onBack, onDone }: Props) => {
  const [invitation, setInvitation] = useState<Output<'staff.invite'>>();
  const invite = useAction('staff.invite', setInvitation);
  if (invitation) return <Shown {...invitation} name={member.name} onDone={onDone} />;
  return (
    <Confirm
      {...invite}
      label="生成邀请码"
      onConfirm={() => void invite.run({ staffId: member.staffId })}
      onBack={onBack}
    >
      谁输入邀请码，谁就以{member.name}的身份使用。请只告诉本人。
      {member.invitedUntil !== null && '原来的邀请码会作废。'}
    </Confirm>
  );
};
