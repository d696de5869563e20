import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { pressable } from './accessible';
import './button.css';

type Props = {
  readonly id?: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'plain' | 'link';
  readonly disabled?: boolean;
  readonly label?: string;
};

/** Something to press. A disabled one says so and does nothing. */
export const Button = ({ id, children, onPress, look = 'primary', disabled = false, label }: Props) => (
  <View
    id={id}
    className={`button button--${look}${disabled ? ' button--disabled' : ''}`}
    {...pressable(() => !disabled && onPress(), { label, disabled })}
  >
    {children}
  </View>
);
