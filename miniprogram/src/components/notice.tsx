import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { told } from './accessible';
import { Icon, type IconName } from './icon';
import './notice.css';

type Tone = 'plain' | 'done' | 'warn' | 'danger';
type Props = { readonly id?: string; readonly tone?: Tone; readonly children: ReactNode };

const ICONS: Readonly<Record<Tone, IconName>> = { plain: 'clock', done: 'tick', warn: 'warning', danger: 'warning' };

/** Something to know before going on; read out when it appears. */
export const Notice = ({ id, tone = 'plain', children }: Props) => (
  <View id={id} className={`notice notice--${tone}`} {...told({ role: 'alert', live: 'polite' })}>
    <Icon name={ICONS[tone]} className="notice__icon" />
    <View className="notice__text">{children}</View>
  </View>
);
