import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { pressable, told } from './accessible';
import { Icon } from './icon';

type Props = { readonly title: string };

/** Title and 返回, as WeChat draws them; only for a browser. */
export const TopBar = ({ title }: Props) => {
  const hasBack = Taro.getCurrentPages().length > 1;
  return (
    <View className="top-bar">
      {hasBack ? (
        <View className="top-bar__side" {...pressable(() => Taro.navigateBack(), { label: '返回' })}>
          <Icon name="back" />
        </View>
      ) : (
        <View className="top-bar__side" />
      )}
      <View className="top-bar__title" {...told({ role: 'heading', level: 1 })}>
        {title}
      </View>
      <View className="top-bar__side" />
    </View>
  );
};
