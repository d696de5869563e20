import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import './said-side.css';

type Props = {
  readonly id: string;
  readonly heading: string;
  readonly side: NonNullable<Output<'rating.ofMe'>['shown']>['praise'];
};

/** One side of what was said: how often, with which tags, in which words. */
export const SaidSide = ({ id, heading, side: { count, tags, comments } }: Props) => (
  <View id={id} className="side">
    <View {...told({ role: 'heading', level: 2 })}>{heading}</View>
    <View className="side__count">{count} 条</View>
    {tags.map(({ text, count: times }) => (
      <View key={text} className="side__tag">
        <View className="side__tag-text">{text}</View>
        <View className="side__times">{times} 次</View>
      </View>
    ))}
    {comments.map((comment, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same; the list is never changed in place.
      <View key={at} className="side__comment as-typed">
        {comment}
      </View>
    ))}
    {count > 0 && tags.length + comments.length === 0 && <View className="quiet">没有选标签，也没有写原因。</View>}
  </View>
);
