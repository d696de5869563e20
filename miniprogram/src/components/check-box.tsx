import { View } from '@tarojs/components';
import { pressable } from './accessible';
import './check-box.css';
import { FieldError } from './field-error';
import { Icon } from './icon';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly checked: boolean;
  readonly error?: string | null;
  readonly onTurn: (checked: boolean) => void;
};

/** A sentence that one agrees to; never ticked beforehand. */
export const CheckBox = ({ id, label, checked, error = null, onTurn }: Props) => (
  <View>
    <View
      id={id}
      className={checked ? 'check-box check-box--checked' : 'check-box'}
      {...pressable(() => onTurn(!checked), {
        role: 'checkbox',
        label,
        checked,
        describedBy: error ? `${id}-error` : undefined,
      })}
    >
      <View className="check-box__box">{checked && <Icon name="tick" className="icon--small" />}</View>
      <View className="check-box__label">{label}</View>
    </View>
    <FieldError id={`${id}-error`} message={error} />
  </View>
);
