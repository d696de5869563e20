import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './fact.css';

type Props = { readonly name: string; readonly children: ReactNode };

/** A name and what it is, on one line where it fits. */
export const Fact = ({ name, children }: Props) => (
  <View className="fact">
    <View className="fact__name">{name}</View>
    <View className="fact__value as-typed">{children}</View>
  </View>
);
