import { View } from '@tarojs/components';
import { pressable, told } from './accessible';
import { Icon, type IconName } from './icon';
import './nav-bar.css';

export type NavItem = {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly isHere: boolean;
  readonly onPress: () => void;
};
type Props = { readonly items: readonly NavItem[] };

/** The main places of the app, at the bottom. */
export const NavBar = ({ items }: Props) => (
  <View className="nav-bar" {...told({ role: 'navigation', label: '主要页面' })}>
    {items.map(({ id, label, icon, isHere, onPress }) => (
      <View
        key={id}
        id={`nav-${id}`}
        className={isHere ? 'nav-bar__item nav-bar__item--here' : 'nav-bar__item'}
        {...pressable(onPress, { role: 'link', label: isHere ? `${label}，当前页面` : label })}
      >
        <Icon name={icon} />
        <View className="nav-bar__label">{label}</View>
      </View>
    ))}
  </View>
);
