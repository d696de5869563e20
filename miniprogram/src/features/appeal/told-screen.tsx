import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { useReturn } from '../../hooks/use-return';
import { RefusedPage } from '../refusal/refused-page';
import { MovedMeanwhile } from '../ticket/moved-meanwhile';
import { EMPTY_DRAFT, type Told } from './appeal-draft';
import { AppealFacts } from './appeal-facts';
import { AppealForm } from './appeal-form';
import { AppealHistory } from './appeal-history';
import { AppealNow } from './appeal-now';
import { AppealDecision, UnitOpinion } from './appeal-said';
import { StatementCard } from './statement-card';
import { ToldRating } from './told-rating';
import { type Appealing, type Doing, isOvertaken, useAppealing } from './use-appealing';
import { WithdrawSheet } from './withdraw-sheet';
import { DONE_WORDS } from './writing-words';

const TITLE = '差评和申诉';

type ReadyProps = { readonly told: Told; readonly appealing: Appealing; readonly onReload: () => Promise<void> };

/** What others said to it, before the words that it is about. */
const Answers = ({ appeal }: Pick<Told, 'appeal'>) =>
  appeal && (
    <View>
      <AppealDecision decision={appeal.decision} />
      <UnitOpinion opinion={appeal.opinion} />
    </View>
  );

const OwnAppealCards = ({ appeal }: Pick<Told, 'appeal'>) =>
  appeal && (
    <View>
      <AppealFacts appeal={appeal} />
      <AppealHistory history={appeal.history} />
    </View>
  );

const DoneNotice = ({ doing }: { readonly doing: Doing | null }) =>
  doing && (
    <Notice id="appeal-done" tone="done">
      {DONE_WORDS[doing]}
    </Notice>
  );

/** One bad rating, what the clerk says to it and what becomes of his appeal. */
const Ready = ({ told, appealing, onReload }: ReadyProps) => {
  const [opened, setOpened] = useState<Doing | null>(null);
  const { done, refusal, busy } = appealing;
  // What was done, and what is next, stand at the top.
  useEffect(() => {
    if (done) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, [done]);
  const open = (doing: Doing | null) => {
    appealing.forget();
    setOpened(doing);
  };
  const isOver = isOvertaken(refusal);
  const writing = opened === 'withdraw' ? null : opened;
  const withdraw = async () => {
    if (await appealing.run('withdraw', EMPTY_DRAFT)) setOpened(null);
  };
  const now = (
    <View>
      <AppealNow told={told} writing={writing} onOpen={open} />
      {writing && (
        <AppealForm key={writing} told={told} writing={writing} appealing={appealing} onClose={() => open(null)} />
      )}
    </View>
  );
  return (
    <Screen title={TITLE}>
      <DoneNotice doing={done} />
      {isOver && writing === null && told.appeal && (
        <MovedMeanwhile what="申诉" history={told.appeal.history} hasWords={false} />
      )}
      {told.appeal && now}
      <Answers appeal={told.appeal} />
      <ToldRating told={told} />
      <StatementCard told={told} onGiven={onReload} />
      {!told.appeal && now}
      <OwnAppealCards appeal={told.appeal} />
      {opened === 'withdraw' && !isOver && (
        <WithdrawSheet
          busy={busy}
          failure={refusal?.message ?? null}
          onWithdraw={() => void withdraw()}
          onBack={() => open(null)}
        />
      )}
    </Screen>
  );
};

/** The bad rating whose ticket is `ticketNo`. */
export const ToldScreen = ({ ticketNo }: { readonly ticketNo: string }) => {
  const { loaded, reload } = useAnswer('appeal.showMine', { ticketNo });
  const appealing = useAppealing(loaded.state === 'ready' ? loaded.value : undefined, reload);
  useReturn(() => void reload());
  if (loaded.state === 'ready') return <Ready told={loaded.value} appealing={appealing} onReload={reload} />;
  return (
    <Screen title={TITLE}>
      {loaded.state === 'loading' && <Skeleton lines={8} />}
      {loaded.state === 'refused' && (
        <RefusedPage refusal={loaded.refusal} onRetry={reload}>
          <Button id="to-told" onPress={() => void Taro.redirectTo({ url: '/clerk/told/index' })}>
            返回对我的差评
          </Button>
        </RefusedPage>
      )}
    </Screen>
  );
};
