import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { pressable } from '../../components/accessible';
import { Icon } from '../../components/icon';
import './way.css';

type Props = {
  readonly id: string;
  readonly title: string;
  /** What it takes, in one line. */
  readonly note: string;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
};

/** One way to prove who one is. Folded again it keeps what was typed. */
export const Way = ({ id, title, note, startsOpen = false, children }: Props) => {
  const [open, setOpen] = useState(startsOpen);
  return (
    <View className="way">
      <View id={`way-${id}`} className="way__head" {...pressable(() => setOpen(!open), { expanded: open })}>
        <View className="way__words">
          <View className="way__title">{title}</View>
          <View className="quiet">{note}</View>
        </View>
        <Icon name="forward" className={`icon--small way__sign${open ? ' way__sign--open' : ''}`} />
      </View>
      <View className={open ? 'way__body' : 'way__body way__body--folded'}>{children}</View>
    </View>
  );
};
