import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { pressable } from './accessible';
import './cell.css';
import { Icon } from './icon';

type Props = {
  readonly id?: string;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly onPress?: () => void;
};

/** A row of a list; with `onPress` it leads somewhere. */
export const Cell = ({ id, title, children, onPress }: Props) => (
  <View id={id} className="cell" {...(onPress ? pressable(onPress, { role: 'link' }) : {})}>
    <View className="cell__text">
      <View className="cell__title">{title}</View>
      {children}
    </View>
    {onPress && <Icon name="forward" className="icon--small cell__arrow" />}
  </View>
);
