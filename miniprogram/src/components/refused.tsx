import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { told } from './accessible';
import { Button } from './button';
import { Icon } from './icon';
import './refused.css';

type Props = { readonly message: string; readonly onRetry?: () => void; readonly children?: ReactNode };

/** Instead of a page that could not be shown: why, and what to do now. */
export const Refused = ({ message, onRetry, children }: Props) => (
  <View className="refused" {...told({ role: 'alert' })}>
    <Icon name="warning" className="refused__icon" />
    <View id="refused-message" className="refused__message">
      {message}
    </View>
    <View className="refused__ways">
      {children}
      {onRetry && (
        <Button id="retry" onPress={onRetry}>
          重试
        </Button>
      )}
    </View>
  </View>
);
