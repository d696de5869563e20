import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { told as saidAs } from '../../components/accessible';
import { Empty } from '../../components/empty';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { useReturn } from '../../hooks/use-return';
import { RefusedPage } from '../refusal/refused-page';
import '../ticket/ticket-list.css';
import { DoNotAsk } from './do-not-ask';
import { ToldCell } from './told-cell';
import { inStage, STAGES, type Stage, type ToldItem } from './told-stage';
import { STAGE_HEADINGS } from './told-words';

const NONE = '没有要告知您的差评。单位签收了对您的差评，次日会列在这里；近十二个月的都在。';

const Group = ({ stage, all }: { readonly stage: Stage; readonly all: readonly ToldItem[] }) => {
  const here = inStage(stage, all);
  if (here.length === 0) return null;
  return (
    <View>
      <View className="ticket-list__group" {...saidAs({ role: 'heading', level: 2 })}>
        {STAGE_HEADINGS[stage]}（{here.length}）
      </View>
      <View className="cells" id={`stage-${stage}`}>
        {here.map((told) => (
          <ToldCell key={told.ticketNo} told={told} />
        ))}
      </View>
    </View>
  );
};

/** 对我的差评: what asks something of the clerk first. */
export const ToldList = () => {
  const { loaded, reload } = useAnswer('appeal.mine', {});
  useReturn(() => void reload());
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const { items } = loaded.value;
  if (items.length === 0) return <Empty message={NONE} />;
  return (
    <View id="told">
      <DoNotAsk showsMonths={items.some(({ on }) => on === null)} />
      {STAGES.map((stage) => (
        <Group key={stage} stage={stage} all={items} />
      ))}
    </View>
  );
};
