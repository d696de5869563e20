import { REFUSALS } from '@shared/kernel/refusals';
import type { Day } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import { DayChoice } from './day-choice';
import './deputy.css';

type Props = { readonly onClose: () => void; readonly onDone: () => void };

/** 登记请假: until when. */
export const AwaySheet = ({ onClose, onDone }: Props) => {
  const [until, setUntil] = useState<Day | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const away = useAction('staff.setAbsence', onDone);
  const confirm = () => (until ? void away.run({ until }) : setIsMissing(true));
  return (
    <Sheet title="登记请假" onClose={() => !away.busy && onClose()}>
      <DayChoice label="请假多久" chosen={until} onChoose={setUntil} />
      <FieldError id="away-error" message={isMissing && !until ? REFUSALS['deputy.daysInvalid'] : away.failure} />
      <View className="deputy__note">
        <Button id="confirm-away" disabled={away.busy} onPress={confirm}>
          {away.busy ? '正在登记…' : '登记'}
        </Button>
      </View>
      <Button id="away-back" look="plain" disabled={away.busy} onPress={onClose}>
        返回
      </Button>
    </Sheet>
  );
};
