import { MOVE_LABELS } from '@shared/domain/ticket-labels';
import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import './move.css';
import type { OfficialMove } from './move-draft';

type Props = {
  readonly main: OfficialMove | null;
  readonly hasOthers: boolean;
  readonly busy: boolean;
  readonly failure: string | null;
  readonly onMove: (move: OfficialMove) => void;
  readonly onMore: () => void;
};

/** 下一步, in reach of the thumb. */
export const MoveBar = ({ main, hasOthers, busy, failure, onMove, onMore }: Props) => (
  <View>
    <FieldError id="bar-error" message={failure} />
    <View className="move-bar">
      {hasOthers && (
        <View className="move-bar__more">
          <Button id="more-moves" look="plain" disabled={busy} onPress={onMore}>
            更多操作
          </Button>
        </View>
      )}
      {main && (
        <View className="move-bar__main">
          <Button id={`move-${main}`} disabled={busy} onPress={() => onMove(main)}>
            {busy ? '正在提交…' : failure === null ? MOVE_LABELS[main] : '重试'}
          </Button>
        </View>
      )}
    </View>
  </View>
);
