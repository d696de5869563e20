import { ROLE_LABELS } from '@shared/domain/labels';
import { ROLES, type Role } from '@shared/domain/role';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ChoiceList } from '../../components/choice-list';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import './administration.css';
import type { Sheeted, Unit } from './by-unit';
import { Confirm } from './confirm';
import { MemberFacts } from './member-facts';
import type { StaffRow } from './staff-cell';

type Held = StaffRow['roles'][number];
type Step = 'person' | 'grant' | Held;
type WayProps = { readonly member: StaffRow; readonly onBack: () => void; readonly onDone: () => void };

const NOTES: Readonly<Record<Role, string>> = {
  clerk: '在窗口服务，只看自己的评价汇总',
  liaison: '办理本单位的差评工单',
  supervisor: '派单、审核、督办本辖区的差评工单，转交线索',
  disciplineOfficer: '接收监督人员转交的线索，不兼别的角色',
  systemAdmin: '管人员绑定、责任人员交接和窗口码',
  securityAdmin: '授予和收回角色',
  auditAdmin: '查看审计日志',
};

const Person = ({ member, onStep }: { readonly member: StaffRow; readonly onStep: (step: Step) => void }) => (
  <View>
    <MemberFacts member={member} />
    <View className="administration__note">
      {member.leftOn === null && (
        <Button id="grant" onPress={() => onStep('grant')}>
          授予角色
        </Button>
      )}
      {member.roles.map((held) => (
        <Button key={held.role + held.orgId} id={`revoke-${held.role}`} look="plain" onPress={() => onStep(held)}>
          收回{ROLE_LABELS[held.role]}
          {held.org !== member.unit && `（${held.org}）`}
        </Button>
      ))}
    </View>
  </View>
);

const Grant = ({ member, unit, onBack, onDone }: WayProps & { readonly unit: Unit }) => {
  const [chosen, setChosen] = useState<Role>();
  const grant = useAction('role.grant', onDone);
  const open = ROLES.filter((role) => !member.roles.some((held) => held.role === role && held.orgId === unit.id));
  return (
    <Confirm
      {...grant}
      label="确认授予"
      disabled={!chosen}
      onConfirm={() => chosen && void grant.run({ staffId: member.staffId, role: chosen, orgId: unit.id })}
      onBack={onBack}
    >
      <View className="as-typed">
        在{unit.name}授予{member.name}：
      </View>
      <ChoiceList
        label="授予什么角色"
        choices={open.map((role) => ({ value: role, title: ROLE_LABELS[role], note: NOTES[role] }))}
        chosen={chosen ?? ''}
        onChoose={(value) => setChosen(open.find((role) => role === value))}
      />
      <View className="quiet administration__note">
        马上生效，并记入审计日志。三种管理员须由不同的人担任；管理员和纪检监察联系人都不能兼任别的角色。
      </View>
    </Confirm>
  );
};

const Revoke = ({ member, held, onBack, onDone }: WayProps & { readonly held: Held }) => {
  const { role, orgId, org } = held;
  const revoke = useAction('role.revoke', onDone);
  const asked = { staffId: member.staffId, role, orgId };
  return (
    <Confirm {...revoke} label="确认收回" onConfirm={() => void revoke.run(asked)} onBack={onBack}>
      收回后，{member.name}马上不再是{ROLE_LABELS[role]}（{NOTES[role]}）。
      {role === 'liaison' && `${org}如果再没有别的责任人员，新的差评由政数局派单。`}
    </Confirm>
  );
};

/** What the security administrator may do about one member of staff. A new role is held at the org whose list is shown. */
export const RoleSheet = ({ item: member, unit, onClose, onDone }: Sheeted<StaffRow>) => {
  const [step, setStep] = useState<Step>('person');
  const ways = { member, onBack: () => setStep('person'), onDone };
  return (
    <Sheet title={member.name} onClose={onClose}>
      {step === 'person' && <Person member={member} onStep={setStep} />}
      {step === 'grant' && <Grant {...ways} unit={unit} />}
      {typeof step === 'object' && <Revoke {...ways} held={step} />}
    </Sheet>
  );
};
