import { LEVEL_LABELS } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import './level-bars.css';

type Props = { readonly levels: NonNullable<Output<'rating.ofMe'>['shown']>['levels'] };

/** How often each level was given: a bar as long as its share of the most frequent one, and the number. */
export const LevelBars = ({ levels }: Props) => {
  const most = Math.max(1, ...levels.map(({ count }) => count));
  return (
    <View id="own-levels">
      {levels.map(({ level, count }) => (
        <View key={level} className="bar" {...told({ role: 'text', label: `${LEVEL_LABELS[level]} ${count} 条` })}>
          <View className="bar__name">{LEVEL_LABELS[level]}</View>
          <View className="bar__track">
            <View className="bar__fill" style={{ width: `${(100 * count) / most}%` }} />
          </View>
          <View className="bar__count">{count}</View>
        </View>
      ))}
    </View>
  );
};
