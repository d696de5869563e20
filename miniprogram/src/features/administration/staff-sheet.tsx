import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import './administration.css';
import type { Sheeted, Unit } from './by-unit';
import { HandOver } from './hand-over';
import { Invite } from './invite';
import { Leave } from './leave';
import { MemberFacts } from './member-facts';
import type { StaffRow } from './staff-cell';
import { Unbind } from './unbind';

type Step = 'person' | 'invite' | 'unbind' | 'leave' | Unit;
type PersonProps = { readonly member: StaffRow; readonly onStep: (step: Step) => void };

const Ways = ({ member, onStep }: PersonProps) => (
  <View className="administration__note">
    {member.isBound ? (
      <Button id="unbind" look="plain" onPress={() => onStep('unbind')}>
        解除绑定
      </Button>
    ) : (
      <Button id="invite" onPress={() => onStep('invite')}>
        {member.invitedUntil === null ? '邀请绑定' : '重新邀请'}
      </Button>
    )}
    {member.roles.map(
      ({ role, orgId, org }) =>
        role === 'liaison' && (
          <Button key={orgId} id={`hand-over-${orgId}`} look="plain" onPress={() => onStep({ id: orgId, name: org })}>
            {org === member.unit ? '交接责任人员' : `交接${org}的责任人员`}
          </Button>
        ),
    )}
    <Button id="leave" look="plain" onPress={() => onStep('leave')}>
      离岗
    </Button>
  </View>
);

const Person = (props: PersonProps) => (
  <View>
    <MemberFacts member={props.member} />
    {props.member.leftOn === null && <Ways {...props} />}
  </View>
);

/** What the system administrator may do about one member of staff. */
export const StaffSheet = ({ item: member, onClose, onDone }: Sheeted<StaffRow>) => {
  const [step, setStep] = useState<Step>('person');
  const ways = { member, onBack: () => setStep('person'), onDone };
  return (
    <Sheet title={member.name} onClose={onClose}>
      {step === 'person' && <Person member={member} onStep={setStep} />}
      {step === 'invite' && <Invite {...ways} />}
      {step === 'unbind' && <Unbind {...ways} />}
      {step === 'leave' && <Leave {...ways} />}
      {typeof step === 'object' && <HandOver {...ways} unit={step} />}
    </Sheet>
  );
};
