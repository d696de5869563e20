import { MOVE_LABELS } from '@shared/domain/ticket-labels';
import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Sheet } from '../../components/sheet';
import type { OfficialMove } from './move-draft';

type Props = {
  readonly moves: readonly OfficialMove[];
  readonly onMove: (move: OfficialMove) => void;
  readonly onClose: () => void;
};

/** 更多操作 */
export const MoreSheet = ({ moves, onMove, onClose }: Props) => (
  <Sheet title="更多操作" onClose={onClose}>
    <View className="cells">
      {moves.map((move) => (
        <Cell key={move} id={`move-${move}`} title={MOVE_LABELS[move]} onPress={() => onMove(move)} />
      ))}
    </View>
    <Button id="more-back" look="plain" onPress={onClose}>
      返回
    </Button>
  </Sheet>
);
