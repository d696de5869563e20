import { View } from '@tarojs/components';
import type { Input } from '../../api/actions';
import { call } from '../../api/call';
import { Cell } from '../../components/cell';
import { Screen } from '../../components/screen';
import { ByUnit } from '../../features/administration/by-unit';
import { sayCode, WindowSheet } from '../../features/administration/window-sheet';

definePageConfig({ navigationBarTitleText: '窗口码' });

const load = (input: Input<'window.list'>) => call('window.list', input);

/** 窗口码, for the system administrator. */
export default function WindowsPage() {
  return (
    <Screen title="窗口码">
      <ByUnit
        load={load}
        empty="这里没有窗口。"
        cellOf={({ windowId, name, center, unit, code }, open) => (
          <Cell key={windowId} id={`window-${windowId}`} title={name} onPress={open}>
            <View className="quiet">{center}</View>
            <View className="quiet">{unit}</View>
            <View>{sayCode(code)}</View>
          </Cell>
        )}
        sheetOf={(sheeted) => <WindowSheet {...sheeted} />}
      />
    </Screen>
  );
}
