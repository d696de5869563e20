import { CLUE_STATE_LABELS } from '@shared/domain/labels';
import { PERMISSIONS } from '@shared/domain/role';
import { sayDay } from '@shared/kernel/time';
import { clueWordIn } from '@shared/policy/clue-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { useAnswer } from '../../hooks/use-answer';
import './clue.css';
import { TransferSheet } from './transfer-sheet';

type Props = { readonly ratingId: string; readonly comment: string };

const Transfer = ({ ratingId, comment }: Props) => {
  const { loaded, reload } = useAnswer('clue.states', { ratingId });
  const [isAsking, setIsAsking] = useState(false);
  if (loaded.state !== 'ready') return null;
  const word = clueWordIn(comment);
  const onDone = () => {
    setIsAsking(false);
    void reload();
  };
  return (
    <View id="clue-transfer" className="clue__note">
      {word && loaded.value.items.length === 0 && (
        <View id="clue-suggestion" className="quiet">
          原话中提到“{word}”，是否转交线索？
        </View>
      )}
      {loaded.value.items.map(({ clueNo, on, state }) => (
        <View key={clueNo} id={`clue-state-${clueNo}`} className="quiet">
          线索 {clueNo} · {sayDay(on)}转交 · {CLUE_STATE_LABELS[state]}
        </View>
      ))}
      <Button id="transfer-clue" look="link" onPress={() => setIsAsking(true)}>
        转交线索
      </Button>
      {isAsking && <TransferSheet ratingId={ratingId} onClose={() => setIsAsking(false)} onDone={onDone} />}
    </View>
  );
};

/** 转交线索, for supervisors alone; keywords suggest it and do nothing. Who may not is not even shown that there is such a thing. */
export const TransferClue = (props: Props) => {
  const { loaded } = useAnswer('staff.me', {});
  const grants = loaded.state === 'ready' ? (loaded.value.staff?.grants ?? []) : [];
  return grants.some(({ role }) => PERMISSIONS[role].includes('clue.transfer')) ? <Transfer {...props} /> : null;
};
