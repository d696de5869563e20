import { View } from '@tarojs/components';
import { Icon } from './icon';
import './refused.css';

type Props = { readonly message: string };

/** A list with nothing in it. */
export const Empty = ({ message }: Props) => (
  <View className="refused">
    <Icon name="empty" className="refused__icon refused__icon--quiet" />
    <View className="refused__message quiet">{message}</View>
  </View>
);
