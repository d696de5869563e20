import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Skeleton } from '../../components/skeleton';
import type { Loaded } from '../../hooks/use-loaded';
import type { Opened } from './opened';
import './who-served.css';

type Props = {
  readonly loaded: Loaded<Opened>;
  /** Who served when a service of the past is meant, or when the form was first opened; else it is whoever is on duty. */
  readonly servedThen: string | null | undefined;
  /** Rates whoever is on duty now in his place; null where he is the same. */
  readonly onServedNow: (() => void) | null;
  readonly onReload: () => void;
  /** Null where no code was scanned that could have been the wrong one. */
  readonly onRescan: (() => void) | null;
  /** Which service is meant, below who served. */
  readonly children: ReactNode;
};

const Known = ({ center, window: windowName, unit, staff }: Opened) => (
  <View id="who-served">
    <View className="who-served__window as-typed" {...told({ role: 'heading', level: 2 })}>
      {windowName}
    </View>
    <View className="as-typed">{center}</View>
    <View className="quiet as-typed">{unit}</View>
    {staff && <View className="quiet as-typed">工作人员 {staff}</View>}
  </View>
);

const Unknown = ({ message, onReload }: { readonly message: string; readonly onReload: () => void }) => (
  <View id="who-served-unknown">
    <View>{message}</View>
    <View className="quiet">您可以先填写评价。</View>
    <Button look="link" onPress={onReload}>
      重新读取窗口信息
    </Button>
  </View>
);

/** 谁为我服务: quiet until it is known; the form below does not wait for it. */
export const WhoServed = ({ loaded, servedThen, onServedNow, onReload, onRescan, children }: Props) => (
  <Card>
    <View className="who-served">
      <View className="who-served__text">
        {loaded.state === 'loading' && <Skeleton label="正在读取窗口信息" />}
        {loaded.state === 'ready' && (
          <Known {...loaded.value} staff={servedThen === undefined ? loaded.value.staff : servedThen} />
        )}
        {loaded.state === 'ready' && onServedNow && (
          <Button id="served-now" look="link" onPress={onServedNow}>
            改评现在当班的{loaded.value.staff}
          </Button>
        )}
        {loaded.state === 'refused' && <Unknown message={loaded.refusal.message} onReload={onReload} />}
      </View>
      {onRescan && (
        <View className="who-served__rescan">
          <Button id="rescan" look="link" onPress={onRescan}>
            不是这里？
          </Button>
        </View>
      )}
    </View>
    {children}
  </Card>
);
