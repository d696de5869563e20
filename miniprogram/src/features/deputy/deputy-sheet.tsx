import { REFUSALS } from '@shared/kernel/refusals';
import { type Day, dayOf } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { ChoiceList } from '../../components/choice-list';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import { DayChoice } from './day-choice';
import './deputy.css';

type Props = {
  readonly unit: Output<'absence.show'>['units'][number];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** 指定代理人: who, and until when. */
export const DeputySheet = ({ unit: { orgId, colleagues }, onClose, onDone }: Props) => {
  const [staffId, setStaffId] = useState('');
  const [until, setUntil] = useState<Day | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const deputize = useAction('liaison.deputize', onDone);
  const confirm = () => {
    if (!staffId) return setMissing(REFUSALS['deputy.notColleague']);
    if (!until) return setMissing(REFUSALS['deputy.daysInvalid']);
    setMissing(null);
    void deputize.run({ orgId, staffId, from: dayOf(Date.now()), until });
  };
  const choices = colleagues.map(({ staffId: value, name }) => ({ value, title: name, note: '本单位同事' }));
  return (
    <Sheet title="指定代理人" onClose={() => !deputize.busy && onClose()}>
      {colleagues.length === 0 && <View>本单位没有其他绑定了微信的同事，请先联系系统管理员邀请绑定。</View>}
      <ChoiceList label="谁来代理" choices={choices} chosen={staffId} onChoose={setStaffId} />
      {colleagues.length > 0 && <DayChoice label="代理多久" chosen={until} onChoose={setUntil} />}
      <View className="quiet deputy__note">代理人办理本单位的差评工单，到期自动结束；涉及他本人的评价，他看不到。</View>
      <FieldError id="deputy-error" message={missing ?? deputize.failure} />
      <View className="deputy__note">
        <Button id="confirm-deputy" disabled={deputize.busy || colleagues.length === 0} onPress={confirm}>
          {deputize.busy ? '正在保存…' : '确定'}
        </Button>
      </View>
      <Button id="deputy-back" look="plain" disabled={deputize.busy} onPress={onClose}>
        返回
      </Button>
    </Sheet>
  );
};
