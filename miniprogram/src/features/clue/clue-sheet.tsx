import { CLUE_STATE_LABELS } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Fact } from '../../components/fact';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import { Skeleton } from '../../components/skeleton';
import { useAction } from '../../hooks/use-action';
import { useAnswer } from '../../hooks/use-answer';
import { AsSaid } from '../rating/as-said';
import { ServedBy } from '../rating/served-by';
import { RefusedPage } from '../refusal/refused-page';
import './clue.css';

type Clue = Output<'clue.show'>;

const NEXT = { transferred: 'received', received: 'handled', handled: null } as const;

const Acknowledge = ({ clue: { clueId, state }, onDone }: { readonly clue: Clue; readonly onDone: () => void }) => {
  const acknowledge = useAction('clue.acknowledge', onDone);
  const status = NEXT[state];
  if (!status) return null;
  return (
    <View className="clue__note">
      <FieldError id="acknowledge-error" message={acknowledge.failure} />
      <Button
        id={`mark-${status}`}
        disabled={acknowledge.busy}
        onPress={() => void acknowledge.run({ clueId, status })}
      >
        回复“{CLUE_STATE_LABELS[status]}”
      </Button>
    </View>
  );
};

const Opened = ({ clue }: { readonly clue: Clue }) => (
  <View id="clue">
    <Fact name="转交说明">{clue.note}</Fact>
    <Fact name="转交单位">{clue.from}</Fact>
    <Fact name="转交日期">{sayDay(clue.on)}</Fact>
    <Fact name="状态">{CLUE_STATE_LABELS[clue.state]}</Fact>
    <AsSaid heading="评价原话" said={clue.rating} />
    <ServedBy servedBy={clue.rating.servedBy} />
    <Fact name="评价日期">{sayDay(clue.rating.ratedOn)}</Fact>
    <Fact name="编号">{clue.clueNo}</Fact>
    <View className="quiet clue__hash">内容校验值（SM3）{clue.hash}</View>
  </View>
);

type Props = { readonly clueId: string; readonly onClose: () => void; readonly onDone: () => void };

/** 线索详情, and the next word to answer. Nothing of who rated. */
export const ClueSheet = ({ clueId, onClose, onDone }: Props) => {
  const { loaded, reload } = useAnswer('clue.show', { clueId });
  return (
    <Sheet title="线索" onClose={onClose}>
      {loaded.state === 'loading' && <Skeleton lines={6} />}
      {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      {loaded.state === 'ready' && <Opened clue={loaded.value} />}
      {loaded.state === 'ready' && <Acknowledge clue={loaded.value} onDone={onDone} />}
      <Button id="clue-back" look="plain" onPress={onClose}>
        返回
      </Button>
    </Sheet>
  );
};
