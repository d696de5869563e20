import { ROLE_LABELS } from '@shared/domain/labels';
import { sayDay, sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Cell } from '../../components/cell';

export type StaffRow = Output<'staff.list'>['items'][number];

/** 责任人员、窗口工作人员; where a role is held elsewhere than in the own unit, the org too. */
export const sayRoles = ({ roles, unit }: StaffRow): string =>
  roles.length === 0
    ? '没有角色'
    : roles.map(({ role, org }) => (org === unit ? ROLE_LABELS[role] : `${ROLE_LABELS[role]}（${org}）`)).join('、');

export const sayBinding = ({ isBound, invitedUntil, leftOn }: StaffRow): string => {
  if (leftOn !== null) return `${sayDay(leftOn)}离岗`;
  if (isBound) return '已绑定微信';
  return invitedUntil === null ? '还没有绑定微信' : `已邀请，${sayMoment(invitedUntil)} 前有效`;
};

type Props = { readonly member: StaffRow; readonly onPress: () => void };

/** One member of staff in a list. */
export const StaffCell = ({ member, onPress }: Props) => (
  <Cell id={`staff-${member.staffId}`} title={member.name} onPress={onPress}>
    <View className="quiet">工号 {member.workNo}</View>
    <View className="as-typed">{sayRoles(member)}</View>
    <View className="quiet">{sayBinding(member)}</View>
  </Cell>
);
