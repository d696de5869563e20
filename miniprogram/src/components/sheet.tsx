import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { pressable, told } from './accessible';
import { useDialog } from './dialog';
import './sheet.css';

const ID = 'sheet';

type Props = { readonly title: string; readonly children: ReactNode; readonly onClose: () => void };

/** A question over the page, from below. */
export const Sheet = ({ title, children, onClose }: Props) => {
  useDialog(ID, onClose);
  return (
    <View className="sheet">
      <View className="sheet__shade" {...pressable(onClose, { label: '关闭' })} catchMove />
      <View id={ID} className="sheet__panel" {...told({ role: 'dialog', label: title, modal: true })}>
        <View className="sheet__title" {...told({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {children}
      </View>
    </View>
  );
};
