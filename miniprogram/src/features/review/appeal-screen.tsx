import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { rulesHere } from '../rating/rules-here';
import { RefusedPage } from '../refusal/refused-page';
import { AppealPage } from './appeal-page';
import { ReviewBar } from './review-bar';
import { type ReviewMove, reviewMoves, type Shown } from './review-moves';
import { ReviewSheet } from './review-sheet';
import { DONE_WORDS } from './review-words';
import { type Reviewing, useReview } from './use-review';

const TITLE = '申诉详情';

type Props = { readonly ratingId: string };
type ReadyProps = { readonly shown: Shown; readonly reviewing: Reviewing };

/** The appeal with the moves that are possible now. */
const Ready = ({ shown, reviewing }: ReadyProps) => {
  const [opened, setOpened] = useState<ReviewMove | null>(null);
  const rules = rulesHere(shown.place).appeal;
  const moves = reviewMoves(shown);
  const { done, busy } = reviewing;
  // What was done, and what is next, stand at the top.
  useEffect(() => {
    if (done) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, [done]);
  const open = (move: ReviewMove | null) => {
    reviewing.forget();
    setOpened(move);
  };
  return (
    <Screen title={TITLE} footer={moves.length > 0 && <ReviewBar moves={moves} busy={busy} onMove={open} />}>
      {done && (
        <Notice id="move-done" tone="done">
          {DONE_WORDS[done]}
        </Notice>
      )}
      <AppealPage shown={shown} rules={rules} />
      {opened && (
        <ReviewSheet
          key={opened}
          shown={shown}
          rules={rules}
          move={opened}
          reviewing={reviewing}
          onClose={() => open(null)}
        />
      )}
    </Screen>
  );
};

/** 申诉详情 of the rating `ratingId`, for whoever handles, reviews or corrects. */
export const AppealScreen = ({ ratingId }: Props) => {
  const { loaded, reload } = useAnswer('appeal.show', { ratingId });
  const reviewing = useReview(loaded.state === 'ready' ? loaded.value : undefined, reload);
  if (loaded.state === 'ready') return <Ready shown={loaded.value} reviewing={reviewing} />;
  return (
    <Screen title={TITLE}>
      {loaded.state === 'loading' && <Skeleton lines={8} />}
      {loaded.state === 'refused' && (
        <RefusedPage refusal={loaded.refusal} onRetry={reload}>
          <Button id="to-appeals" onPress={() => void Taro.redirectTo({ url: '/review/appeals/index' })}>
            返回申诉列表
          </Button>
        </RefusedPage>
      )}
    </Screen>
  );
};
