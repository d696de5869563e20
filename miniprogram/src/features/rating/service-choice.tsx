import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { ChoiceList } from '../../components/choice-list';
import type { RatableService } from './opened';
import './service-choice.css';

type Props = {
  readonly services: readonly RatableService[];
  readonly chosen: string | null;
  /** Null where the service is given and nothing can be chosen. */
  readonly onChoose: ((key: string | null) => void) | null;
};

const NONE = { value: 'none', title: '都不是', note: '没有办件编号，或是其他事情' };
const noteOf = ({ name, at, caseNo }: RatableService): string => `${name} · ${sayMoment(at)} · 办件编号 ${caseNo}`;

const choicesOf = (services: readonly RatableService[]) => [
  ...services.map((service) => ({ value: service.key, title: service.item, note: noteOf(service) })),
  NONE,
];

const Folded = ({ title, note, onChange }: { title: string; note: string; onChange: (() => void) | null }) => (
  <View className="service-choice">
    <View className="service-choice__text" id="service">
      <View className="as-typed">{title}</View>
      <View className="quiet as-typed">{note}</View>
    </View>
    {onChange && (
      <View className="service-choice__change">
        <Button id="change-service" look="link" onPress={onChange}>
          更换
        </Button>
      </View>
    )}
  </View>
);

/**
 * 评价哪一次服务: of the rater's own that wait at this window, or none of them. A single one is taken as meant and can be
 * changed; of several he sees all.
 */
export const ServiceChoice = ({ services, chosen, onChoose }: Props) => {
  const [unfolded, setUnfolded] = useState(false);
  if (services.length === 0) return null;
  const choices = choicesOf(services);
  const { value, title, note } = choices.find((choice) => choice.value === chosen) ?? NONE;
  if (!onChoose || (services.length === 1 && !unfolded)) {
    return <Folded title={title} note={note} onChange={onChoose && (() => setUnfolded(true))} />;
  }
  return (
    <View className="service-choice__all">
      <View>您要评价哪一次服务？</View>
      <ChoiceList
        label="您要评价哪一次服务？"
        choices={choices}
        chosen={value}
        onChoose={(key) => onChoose(key === NONE.value ? null : key)}
      />
    </View>
  );
};
