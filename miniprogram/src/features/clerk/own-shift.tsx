import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { FieldError } from '../../components/field-error';
import { Skeleton } from '../../components/skeleton';
import { useAction } from '../../hooks/use-action';
import { useAnswer } from '../../hooks/use-answer';
import { RefusedPage } from '../refusal/refused-page';
import './own-shift.css';
import { StartSheet } from './start-sheet';

type Shown = Output<'shift.show'>;
export type Place = Shown['windows'][number];

const Current = ({ current, onDone }: Pick<Shown, 'current'> & { readonly onDone: () => void }) => {
  const end = useAction('shift.end', onDone);
  if (!current) {
    return (
      <Card id="off-duty" heading="现在没有上岗">
        <View>请在下面选择您现在服务的窗口。没有上岗，现场的评价就不会算到您名下。</View>
      </Card>
    );
  }
  const { window, center, since } = current;
  return (
    <Card id="on-duty" heading={window}>
      <View className="as-typed">{center}</View>
      <View className="quiet">{since === null ? '一直在这个窗口。' : `${sayMoment(since)} 上岗。`}</View>
      <FieldError id="end-error" message={end.failure} />
      <View className="own-shift__note">
        <Button id="end-shift" look="plain" disabled={end.busy} onPress={() => void end.run({})}>
          {end.busy ? '正在下岗…' : '下岗'}
        </Button>
      </View>
    </Card>
  );
};

const sayOnDuty = ({ onDuty }: Place): string => {
  if (!onDuty) return '现在没有人';
  return onDuty.isMe ? '现在是您' : `现在是${onDuty.name}（工号 ${onDuty.workNo}）`;
};

/** 我的岗位: where the clerk stands, and the way to another window. A rating goes to who stood there when its form was opened. */
export const OwnShift = () => {
  const { loaded, reload } = useAnswer('shift.show', {});
  const [chosen, setChosen] = useState<Place>();
  if (loaded.state === 'loading') return <Skeleton lines={6} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const { current, windows } = loaded.value;
  const onDone = () => {
    setChosen(undefined);
    void reload();
  };
  return (
    <View id="own-shift">
      <Current current={current} onDone={onDone} />
      <View className="quiet own-shift__note">
        到窗口先上岗，离开时下岗。评价算给打开评价时在岗的人；忘了下岗的，当天结束时自动下岗。
      </View>
      {windows.length === 0 ? (
        <Empty message="您的单位还没有窗口，请联系系统管理员。" />
      ) : (
        <View className="cells">
          {windows.map((place) => (
            <Cell
              key={place.windowId}
              id={`window-${place.windowId}`}
              title={place.window}
              {...(place.windowId !== current?.windowId && { onPress: () => setChosen(place) })}
            >
              <View className="quiet as-typed">{place.center}</View>
              <View className="quiet as-typed">{sayOnDuty(place)}</View>
            </Cell>
          ))}
        </View>
      )}
      {chosen && <StartSheet place={chosen} onClose={() => setChosen(undefined)} onDone={onDone} />}
    </View>
  );
};
