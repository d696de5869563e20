import { View } from '@tarojs/components';
import { Area, type AreaProps } from './area';
import './field.css';

type Props = AreaProps & { readonly count: number; readonly limit: number };

/** Words of one's own, with a counter. Never cut: who writes too much is told. */
export const TextArea = ({ count, limit, ...area }: Props) => (
  <View className="field">
    <Area {...area} />
    <View className={count > limit ? 'field__count field__count--over' : 'field__count'}>
      {count > limit ? `超出 ${count - limit} 字` : `${count}/${limit}`}
    </View>
  </View>
);
