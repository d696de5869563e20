import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';
import { useReading } from '../hooks/use-reading';
import { told } from './accessible';
import './screen.css';
import { TopBar } from './top-bar';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  /** Stays at the bottom, in reach of the thumb. */
  readonly footer?: ReactNode;
  /** One of the main places: there is no way home from here. */
  readonly isHome?: boolean;
};

/** The frame of every page: letter size, colours, and in a browser the bar that WeChat draws by itself. */
export const Screen = ({ title, children, footer, isHome = false }: Props) => {
  const { elder, scale } = useReading();
  return (
    <View
      className={elder ? 'screen screen--elder' : 'screen'}
      style={{ '--scale': String(scale) } as CSSProperties}
      {...told({ role: 'main' })}
    >
      {process.env.TARO_ENV === 'h5' && <TopBar title={title} isHome={isHome} />}
      <View className={footer ? 'screen__body screen__body--above-footer' : 'screen__body'}>{children}</View>
      {footer && <View className="screen__footer">{footer}</View>}
    </View>
  );
};
