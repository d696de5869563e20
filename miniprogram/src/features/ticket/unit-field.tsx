import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { Skeleton } from '../../components/skeleton';
import { TextLine } from '../../components/text-line';
import { useAnswer } from '../../hooks/use-answer';
import { ChoiceField } from './choice-field';

type Props = {
  readonly ratingId: string;
  readonly chosen: string;
  readonly error: string | null;
  readonly onChoose: (unitId: string) => void;
};

/** More than these are found by their names. */
const SHOWN_AT_ONCE = 20;

/** 派往单位, the window's own first. */
export const UnitField = ({ ratingId, chosen, error, onChoose }: Props) => {
  const { loaded, reload } = useAnswer('ticket.units', { ratingId });
  const [sought, setSought] = useState('');
  if (loaded.state === 'loading') return <Skeleton lines={4} />;
  if (loaded.state === 'refused') {
    return (
      <View>
        <FieldError id="unit-error" message={loaded.refusal.message} />
        <Button id="units-again" look="plain" onPress={() => void reload()}>
          重试
        </Button>
      </View>
    );
  }
  const { items } = loaded.value;
  const fitting = items.filter(({ unitId, name }) => unitId === chosen || name.includes(sought.trim()));
  const shown = fitting.slice(0, SHOWN_AT_ONCE);
  return (
    <View>
      {items.length > 1 && (
        <TextLine id="unit-sought" label="查找单位" value={sought} placeholder="输入单位名称查找" onInput={setSought} />
      )}
      <ChoiceField
        id="unit"
        label="派往单位"
        choices={shown.map(({ unitId, name }) => ({ value: unitId, title: name }))}
        chosen={chosen}
        error={error}
        onChoose={onChoose}
      />
      {fitting.length === 0 && <View className="quiet">没有这个名称的单位，请换个词查找。</View>}
      {fitting.length > shown.length && (
        <View className="quiet">还有 {fitting.length - shown.length} 个单位，请输入名称查找。</View>
      )}
    </View>
  );
};
