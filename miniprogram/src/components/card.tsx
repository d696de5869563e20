import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { told } from './accessible';
import './card.css';

type Props = { readonly heading?: string; readonly children: ReactNode; readonly id?: string };

/** One matter on a white ground. */
export const Card = ({ heading, children, id }: Props) => (
  <View className="card" id={id}>
    {heading && (
      <View className="card__heading" {...told({ role: 'heading', level: 2 })}>
        {heading}
      </View>
    )}
    {children}
  </View>
);
