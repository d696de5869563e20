import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import './own-shift.css';
import type { Place } from './own-shift';

type Props = { readonly place: Place; readonly onClose: () => void; readonly onDone: () => void };

/** 上岗 at this window, and what becomes of who stands there. */
export const StartSheet = ({ place: { windowId, window, center, onDuty }, onClose, onDone }: Props) => {
  const start = useAction('shift.start', onDone);
  return (
    <Sheet title={`到${window}上岗`} onClose={onClose}>
      <View className="quiet as-typed">{center}</View>
      <View className="own-shift__note as-typed">
        {onDuty && !onDuty.isMe && `${onDuty.name}现在在这个窗口，您上岗后由您接替。`}
        上岗后，在这个窗口打开的评价算给您；您在别的窗口的岗位同时结束。
      </View>
      <FieldError id="start-error" message={start.failure} />
      <Button id="start-shift" disabled={start.busy} onPress={() => void start.run({ windowId })}>
        {start.busy ? '正在上岗…' : '上岗'}
      </Button>
    </Sheet>
  );
};
