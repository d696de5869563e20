import { View } from '@tarojs/components';
import { pressable } from './accessible';
import './chip.css';
import { Icon } from './icon';

type Props = {
  readonly id?: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly onToggle: () => void;
};

/** A short word that can be chosen together with others. */
export const Chip = ({ id, label, chosen, onToggle }: Props) => (
  <View
    id={id}
    className={chosen ? 'chip chip--chosen' : 'chip'}
    {...pressable(onToggle, { role: 'checkbox', label, checked: chosen })}
  >
    {chosen && <Icon name="tick" className="icon--small chip__tick" />}
    {label}
  </View>
);
