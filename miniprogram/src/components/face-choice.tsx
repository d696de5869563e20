import { View } from '@tarojs/components';
import { pressable, told } from './accessible';
import './face-choice.css';
import { Icon } from './icon';

const ORDINALS = ['一', '二', '三', '四', '五'];

type Choice<T extends string> = { readonly value: T; readonly label: string };
type Props<T extends string> = {
  readonly label: string;
  /** From the happiest face to the unhappiest; at most five. */
  readonly choices: readonly Choice<T>[];
  readonly chosen: T | null;
  readonly onChoose: (value: T) => void;
};

/** A radio group of faces with their words in one column. */
export const FaceChoice = <T extends string>({ label, choices, chosen, onChoose }: Props<T>) => (
  <View className="faces" {...told({ role: 'radiogroup', label })}>
    {choices.map(({ value, label: word }, index) => {
      const isChosen = value === chosen;
      const place = `${ORDINALS[choices.length - 1]}个选项中的第${ORDINALS[index]}个`;
      return (
        <View
          key={value}
          id={`face-${value}`}
          className={isChosen ? 'faces__choice faces__choice--chosen' : 'faces__choice'}
          {...pressable(() => onChoose(value), { role: 'radio', label: `${word}，${place}`, checked: isChosen })}
        >
          <View className={`face face--${index + 1}`} />
          <View className="faces__word">{word}</View>
          {isChosen && <Icon name="tick" />}
        </View>
      );
    })}
  </View>
);
