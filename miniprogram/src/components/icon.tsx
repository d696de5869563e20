import { View } from '@tarojs/components';
import { told } from './accessible';

export type IconName =
  | 'add'
  | 'back'
  | 'clock'
  | 'close'
  | 'empty'
  | 'form'
  | 'forward'
  | 'list'
  | 'person'
  | 'place'
  | 'scan'
  | 'tick'
  | 'warning';

type Props = { readonly name: IconName; readonly className?: string };

/** A picture in the colour of the text beside it. Says nothing by itself: the words stand next to it. */
export const Icon = ({ name, className = '' }: Props) => (
  <View className={`icon icon--${name} ${className}`} {...told({ hidden: true })} />
);
