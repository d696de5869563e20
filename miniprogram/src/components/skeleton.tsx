import { View } from '@tarojs/components';
import { told } from './accessible';
import './skeleton.css';

type Props = { readonly lines?: number; readonly label?: string };

/** Where words will stand; quiet, without a flicker. */
export const Skeleton = ({ lines = 3, label = '正在读取' }: Props) => (
  <View className="skeleton" {...told({ role: 'status', label })}>
    {Array.from({ length: lines }, (_, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines have nothing else that tells them apart.
      <View key={line} className="skeleton__line" />
    ))}
  </View>
);
