import { ROLE_LABELS } from '@shared/domain/labels';
import { PERMISSIONS, type Permission } from '@shared/domain/role';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import { Cell } from '../../components/cell';
import { useAnswer } from '../../hooks/use-answer';
import './me.css';

type Staff = NonNullable<Output<'staff.me'>['staff']>;

const may = ({ grants }: Staff, permission: Permission): boolean =>
  grants.some(({ role }) => PERMISSIONS[role].includes(permission));

const Entrances = () => (
  <View className="cells">
    <Cell id="to-tickets" title="差评工单" onPress={() => void Taro.navigateTo({ url: '/staff/tickets/index' })} />
    <Cell
      id="to-unit-messages"
      title="单位消息"
      onPress={() => void Taro.navigateTo({ url: '/staff/messages/index' })}
    />
  </View>
);

/** 工作人员入口: only for those whom the directory knows as staff. */
export const StaffEntrance = () => {
  const { loaded } = useAnswer('staff.me', {});
  const staff = loaded.state === 'ready' ? loaded.value.staff : null;
  if (!staff) return null;
  return (
    <View>
      <View className="me__heading" {...told({ role: 'heading', level: 2 })}>
        工作人员 {staff.name}
      </View>
      <View className="quiet me__roles">
        {staff.grants.map(({ role, org }) => `${ROLE_LABELS[role]}（${org}）`).join('、')}
      </View>
      {may(staff, 'ratings.own') && (
        <View className="cells">
          <Cell id="to-own" title="我的评价情况" onPress={() => void Taro.navigateTo({ url: '/staff/own/index' })} />
        </View>
      )}
      {may(staff, 'ticket.read') && <Entrances />}
    </View>
  );
};
