import { View } from '@tarojs/components';
import { pressable } from './accessible';
import './switch.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
};

/** On or off, said in words too. */
export const Switch = ({ id, label, on, onTurn }: Props) => (
  <View id={id} className="switch" {...pressable(() => onTurn(!on), { role: 'switch', label, checked: on })}>
    <View className="switch__label">{label}</View>
    <View className="switch__state">{on ? '已开启' : '已关闭'}</View>
    <View className={on ? 'switch__track switch__track--on' : 'switch__track'}>
      <View className="switch__knob" />
    </View>
  </View>
);
