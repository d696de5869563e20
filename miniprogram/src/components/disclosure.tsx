import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { pressable } from './accessible';
import './disclosure.css';
import { Icon } from './icon';

type Props = { readonly id?: string; readonly title: string; readonly children: ReactNode };

/** More for those who ask. */
export const Disclosure = ({ id, title, children }: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <View className="disclosure">
      <View id={id} className="disclosure__title" {...pressable(() => setOpen(!open), { expanded: open })}>
        {title}
        <Icon name="forward" className={`icon--small disclosure__sign${open ? ' disclosure__sign--open' : ''}`} />
      </View>
      {open && <View className="disclosure__body">{children}</View>}
    </View>
  );
};
