import { View } from '@tarojs/components';
import './timeline.css';

export type Entry = { readonly key: string; readonly when: string; readonly text: string };
type Props = { readonly entries: readonly Entry[] };

/** What happened, oldest first. */
export const Timeline = ({ entries }: Props) => (
  <View className="timeline">
    {entries.map(({ key, when, text }) => (
      <View key={key} className="timeline__entry">
        <View className="timeline__text as-typed">{text}</View>
        <View className="quiet">{when}</View>
      </View>
    ))}
  </View>
);
