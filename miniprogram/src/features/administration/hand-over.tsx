import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Answer } from '../../api/call';
import { ChoiceList } from '../../components/choice-list';
import { Skeleton } from '../../components/skeleton';
import { useAction } from '../../hooks/use-action';
import { useAnswer } from '../../hooks/use-answer';
import './administration.css';
import type { Unit } from './by-unit';
import { Confirm } from './confirm';
import { type StaffRow, sayBinding, sayRoles } from './staff-cell';

type Props = {
  readonly member: StaffRow;
  readonly unit: Unit;
  readonly onBack: () => void;
  readonly onDone: () => void;
};
type Failed = Extract<Answer<unknown>, { ok: false }>;

const NOBODY = 'nobody';
const VACANT = {
  value: NOBODY,
  title: '暂时没有人接手',
  note: '新的差评由政数局派单；没办完的工单，政数局看得到',
};

const choiceOf = (member: StaffRow) => ({
  value: member.staffId,
  title: member.name,
  note: [sayRoles(member), member.isBound ? '' : `${sayBinding(member)}，绑定前看不到工单`].filter(Boolean).join('；'),
});

const couldTakeOver =
  ({ staffId: from }: StaffRow) =>
  ({ staffId, leftOn }: StaffRow): boolean =>
    staffId !== from && leftOn === null;

/** 责任人员交接: to whom of the unit, or to nobody. */
export const HandOver = ({ member, unit, onBack, onDone }: Props) => {
  const { loaded } = useAnswer('staff.list', { orgId: unit.id });
  const [chosen, setChosen] = useState('');
  const handOver = useAction('liaison.handOver', onDone);
  const to = chosen === NOBODY ? null : chosen;
  const refusal: Failed | null = loaded.state === 'refused' ? loaded.refusal : null;
  return (
    <Confirm
      {...handOver}
      failure={handOver.failure ?? refusal?.message ?? null}
      label="确认交接"
      disabled={chosen === ''}
      onConfirm={() => void handOver.run({ orgId: unit.id, from: member.staffId, to })}
      onBack={onBack}
    >
      <View className="as-typed">
        {unit.name}的责任人员，由{member.name}交给：
      </View>
      {loaded.state === 'loading' && <Skeleton lines={3} />}
      {loaded.state === 'ready' && (
        <ChoiceList
          label="交给谁"
          choices={[...loaded.value.items.filter(couldTakeOver(member)).map(choiceOf), VACANT]}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
      <View className="quiet administration__note">没办完的工单留在单位，接手的人马上看得到；交出的人马上看不到。</View>
    </Confirm>
  );
};
