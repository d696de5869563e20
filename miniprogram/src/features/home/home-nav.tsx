import Taro from '@tarojs/taro';
import { NavBar } from '../../components/nav-bar';

const PLACES = [
  { id: 'rate', label: '评价', icon: 'form', url: '/pages/rate/index' },
  { id: 'mine', label: '我的评价', icon: 'list', url: '/pages/mine/index' },
  { id: 'me', label: '我的', icon: 'person', url: '/pages/me/index' },
] as const;

type Props = { readonly here: (typeof PLACES)[number]['id'] };

export const HomeNav = ({ here }: Props) => (
  <NavBar
    items={PLACES.map(({ url, ...place }) => ({
      ...place,
      isHere: place.id === here,
      onPress: () => {
        if (place.id !== here) void Taro.reLaunch({ url });
      },
    }))}
  />
);
