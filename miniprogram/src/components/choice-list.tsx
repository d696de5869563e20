import { View } from '@tarojs/components';
import { pressable, told } from './accessible';
import './choice-list.css';
import { Icon } from './icon';

export type ListChoice = { readonly value: string; readonly title: string; readonly note?: string };
type Props = {
  readonly label: string;
  readonly choices: readonly ListChoice[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
};

/** One of several, each with a line of explanation. */
export const ChoiceList = ({ label, choices, chosen, onChoose }: Props) => (
  <View {...told({ role: 'radiogroup', label })}>
    {choices.map(({ value, title, note }) => (
      <View
        key={value}
        id={`choice-${value}`}
        className={`choice-list__choice${value === chosen ? ' choice-list__choice--chosen' : ''}`}
        {...pressable(() => onChoose(value), {
          role: 'radio',
          label: note ? `${title}，${note}` : title,
          checked: value === chosen,
        })}
      >
        <View className="choice-list__text">
          <View className="as-typed">{title}</View>
          {note && <View className="quiet as-typed">{note}</View>}
        </View>
        {value === chosen && <Icon name="tick" className="choice-list__tick" />}
      </View>
    ))}
  </View>
);
