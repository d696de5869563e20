import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { pressable, told } from './accessible';
import { Icon } from './icon';

type Props = { readonly title: string; readonly isHome: boolean };

const HOME = '/pages/rate/index';

const Side = ({ isHome }: Pick<Props, 'isHome'>) => {
  if (Taro.getCurrentPages().length > 1) {
    return (
      <View className="top-bar__side" {...pressable(() => Taro.navigateBack(), { label: '返回' })}>
        <Icon name="back" />
      </View>
    );
  }
  if (isHome) return <View className="top-bar__side" />;
  return (
    <View id="home" className="top-bar__side" {...pressable(() => Taro.reLaunch({ url: HOME }), { label: '返回首页' })}>
      首页
    </View>
  );
};

/** Title and 返回, or the way home where nothing lies behind, as WeChat draws them; only for a browser. */
export const TopBar = ({ title, isHome }: Props) => (
  <View className="top-bar">
    <Side isHome={isHome} />
    <View className="top-bar__title" {...told({ role: 'heading', level: 1 })}>
      {title}
    </View>
    <View className="top-bar__side" />
  </View>
);
