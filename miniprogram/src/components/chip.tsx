import { View } from '@tarojs/components';
import { pressable } from './accessible';
import './chip.css';
import { Icon } from './icon';

type Props = {
  readonly id?: string;
  readonly label: string;
  readonly chosen: boolean;
  /** `radio` where choosing one drops the others. */
  readonly role?: 'checkbox' | 'radio';
  readonly onToggle: () => void;
};

/** A short word that can be chosen. */
export const Chip = ({ id, label, chosen, role = 'checkbox', onToggle }: Props) => (
  <View
    id={id}
    className={chosen ? 'chip chip--chosen' : 'chip'}
    {...pressable(onToggle, { role, label, checked: chosen })}
  >
    {chosen && <Icon name="tick" className="icon--small chip__tick" />}
    {label}
  </View>
);
