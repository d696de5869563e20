import { ROLE_LABELS } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { useAnswer } from '../../hooks/use-answer';

const HANDLES_TICKETS: readonly string[] = ['liaison', 'supervisor'];

/** 工作人员入口: only for those whom the directory knows as staff. */
export const StaffEntrance = () => {
  const { loaded } = useAnswer('staff.me', {});
  const staff = loaded.state === 'ready' ? loaded.value.staff : null;
  if (!staff) return null;
  return (
    <Card heading={`工作人员：${staff.name}`}>
      {staff.grants.map(({ role, org }) => (
        <View key={`${role}${org}`} className="quiet">
          {ROLE_LABELS[role]} · {org}
        </View>
      ))}
      {staff.grants.some(({ role }) => HANDLES_TICKETS.includes(role)) && (
        <Cell id="to-tickets" title="差评工单" onPress={() => void Taro.navigateTo({ url: '/staff/tickets/index' })} />
      )}
      <Cell
        id="to-unit-messages"
        title="单位消息"
        onPress={() => void Taro.navigateTo({ url: '/staff/messages/index' })}
      />
    </Card>
  );
};
