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

type Entrance = { readonly id: string; readonly title: string; readonly url: string };

const ENTRANCES: readonly (Entrance & { readonly permission: Permission })[] = [
  { id: 'to-own', title: '我的评价情况', url: '/clerk/own/index', permission: 'ratings.own' },
  { id: 'to-told', title: '对我的差评', url: '/clerk/told/index', permission: 'appeal.own' },
  { id: 'to-shift', title: '我的岗位', url: '/clerk/shift/index', permission: 'shift.own' },
  { id: 'to-tickets', title: '差评工单', url: '/staff/tickets/index', permission: 'ticket.read' },
  { id: 'to-appeals', title: '申诉', url: '/review/appeals/index', permission: 'appeal.handle' },
  { id: 'to-statistics', title: '申诉统计', url: '/review/statistics/index', permission: 'ticket.oversee' },
  { id: 'to-overdue', title: '逾期看板', url: '/staff/overdue/index', permission: 'ticket.oversee' },
  { id: 'to-clusters', title: '同类问题', url: '/staff/clusters/index', permission: 'ticket.oversee' },
  { id: 'to-unit-messages', title: '工作消息', url: '/staff/messages/index', permission: 'appeal.own' },
  { id: 'to-work-reminders', title: '工作提醒', url: '/staff/reminders/index', permission: 'ticket.read' },
  { id: 'to-openings', title: '查看申请', url: '/staff/openings/index', permission: 'identity.open' },
  { id: 'to-quarantine', title: '待核查评价', url: '/staff/quarantine/index', permission: 'quarantine.decide' },
  { id: 'to-reports', title: '群众反映', url: '/staff/reports/index', permission: 'report.read' },
  { id: 'to-absence', title: '请假与代理', url: '/staff/absence/index', permission: 'liaison.deputize' },
  { id: 'to-clues', title: '线索', url: '/staff/clues/index', permission: 'clue.read' },
  { id: 'to-staff', title: '人员绑定与交接', url: '/administration/staff/index', permission: 'staff.manage' },
  { id: 'to-windows', title: '窗口码', url: '/administration/windows/index', permission: 'window.manage' },
  { id: 'to-figures', title: '重新统计', url: '/administration/figures/index', permission: 'figures.rebuild' },
  { id: 'to-roles', title: '角色授权', url: '/administration/roles/index', permission: 'role.manage' },
  { id: 'to-audit', title: '审计日志', url: '/administration/audit/index', permission: 'audit.read' },
];
const BINDING: Entrance = { id: 'to-binding', title: '工作人员绑定', url: '/staff/binding/index' };

const openTo = ({ grants }: Staff): readonly Entrance[] =>
  ENTRANCES.filter(({ permission }) => grants.some(({ role }) => PERMISSIONS[role].includes(permission)));

const Entrances = ({ to }: { readonly to: readonly Entrance[] }) =>
  to.length === 0 ? null : (
    <View className="cells">
      {to.map(({ id, title, url }) => (
        <Cell key={id} id={id} title={title} onPress={() => void Taro.navigateTo({ url })} />
      ))}
    </View>
  );

/** 工作人员入口 by permission; for everybody else the way to become one by an invitation. */
export const StaffEntrance = () => {
  const { loaded } = useAnswer('staff.me', {});
  if (loaded.state !== 'ready') return null;
  const { staff } = loaded.value;
  if (!staff) return <Entrances to={[BINDING]} />;
  return (
    <View>
      <View className="me__heading" {...told({ role: 'heading', level: 2 })}>
        工作人员 {staff.name}
      </View>
      <View className="quiet me__roles">
        {staff.grants.map(({ role, org }) => `${ROLE_LABELS[role]}（${org}）`).join('、')}
      </View>
      <Entrances to={openTo(staff)} />
    </View>
  );
};
