import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { Skeleton } from '../../components/skeleton';
import type { Loaded } from '../../hooks/use-loaded';
import type { Opened } from './opened';
import './who-served.css';

type Props = {
  readonly loaded: Loaded<Opened>;
  readonly onReload: () => void;
  readonly onRescan: () => void;
};

const Known = ({ center, window, unit, staff }: Opened) => (
  <View id="who-served">
    <View className="who-served__window as-typed">{window}</View>
    <Fact name="大厅">{center}</Fact>
    {unit && <Fact name="单位">{unit}</Fact>}
    {staff && <Fact name="工作人员">{staff}</Fact>}
  </View>
);

/** 谁为我服务: quiet until it is known; the form below does not wait for it. */
export const WhoServed = ({ loaded, onReload, onRescan }: Props) => (
  <Card>
    {loaded.state === 'loading' && <Skeleton label="正在读取窗口信息" />}
    {loaded.state === 'ready' && <Known {...loaded.value} />}
    {loaded.state === 'refused' && (
      <View id="who-served-unknown">
        <View>{loaded.refusal.message}</View>
        <View className="quiet">您可以先填写评价。</View>
      </View>
    )}
    <View className="who-served__ways">
      {loaded.state === 'refused' && (
        <Button look="link" onPress={onReload}>
          重新读取
        </Button>
      )}
      <Button id="rescan" look="link" onPress={onRescan}>
        不是这里?
      </Button>
    </View>
  </Card>
);
