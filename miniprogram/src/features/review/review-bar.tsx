import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import type { ReviewMove } from './review-moves';
import { BAR_LABELS } from './review-words';
import './review.css';

type Props = {
  readonly moves: readonly ReviewMove[];
  readonly busy: boolean;
  readonly onMove: (move: ReviewMove) => void;
};

/** What can be done, in reach of the thumb. For and against look the same: nobody is led to either. */
export const ReviewBar = ({ moves, busy, onMove }: Props) => (
  <View className="review-bar">
    {moves.map((move) => (
      <View key={move} className="review-bar__one">
        <Button
          id={`move-${move}`}
          look={moves.length === 1 ? 'primary' : 'plain'}
          disabled={busy}
          onPress={() => onMove(move)}
        >
          {BAR_LABELS[move]}
        </Button>
      </View>
    ))}
  </View>
);
