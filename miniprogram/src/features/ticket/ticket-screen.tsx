import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Notice } from '../../components/notice';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { rulesHere } from '../rating/rules-here';
import { RefusedPage } from '../refusal/refused-page';
import { WayOut } from '../refusal/way-out';
import { MoreSheet } from './more-sheet';
import { MoveBar } from './move-bar';
import type { OfficialMove, Ticket } from './move-draft';
import { MoveSheet } from './move-sheet';
import { DONE_WORDS } from './move-words';
import { MovedMeanwhile } from './moved-meanwhile';
import { movesNow } from './moves-now';
import { TicketPage } from './ticket-page';
import { isOvertaken, type Moving, useMove } from './use-move';

const TITLE = '工单详情';

type Props = { readonly ratingId: string };
type ReadyProps = { readonly ticket: Ticket; readonly moving: Moving };

const DoneNotice = ({ move }: { readonly move: OfficialMove | null }) =>
  move && (
    <Notice id="move-done" tone="done">
      {DONE_WORDS[move]}
    </Notice>
  );

/** The ticket with the moves that are possible now. */
const Ready = ({ ticket, moving }: ReadyProps) => {
  const [opened, setOpened] = useState<OfficialMove | 'more' | null>(null);
  const rules = rulesHere(ticket.place).ticket;
  const { main, others } = movesNow(ticket, rules);
  const { refusal, done, busy } = moving;
  // What was done, and what is next, stand at the top.
  useEffect(() => {
    if (done) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, [done]);
  const open = (what: OfficialMove | 'more' | null) => {
    moving.forget();
    setOpened(what);
  };
  // 签收 says nothing but itself: one tap.
  const start = (move: OfficialMove) => (move === 'accept' ? void moving.run({ move }) : open(move));
  const isOver = isOvertaken(refusal);
  const failure = opened === null && refusal && !isOver ? refusal.message : null;
  const hasBar = main !== null || others.length > 0;
  return (
    <Screen
      title={TITLE}
      footer={
        hasBar && (
          <MoveBar
            main={main}
            hasOthers={others.length > 0}
            busy={busy}
            failure={failure}
            onMove={start}
            onMore={() => open('more')}
          />
        )
      }
    >
      <DoneNotice move={done} />
      {isOver && opened === null && <MovedMeanwhile what="工单" history={ticket.history} hasWords={false} />}
      <TicketPage ticket={ticket} rules={rules} />
      {opened === 'more' && <MoreSheet moves={others} onMove={start} onClose={() => open(null)} />}
      {opened !== null && opened !== 'more' && (
        <MoveSheet ticket={ticket} rules={rules} move={opened} moving={moving} onClose={() => open(null)} />
      )}
    </Screen>
  );
};

/** 工单详情 of the rating `ratingId`. */
export const TicketScreen = ({ ratingId }: Props) => {
  const { loaded, reload } = useAnswer('ticket.show', { ratingId });
  const moving = useMove(loaded.state === 'ready' ? loaded.value : undefined, reload);
  if (loaded.state === 'ready') return <Ready ticket={loaded.value} moving={moving} />;
  return (
    <Screen title={TITLE}>
      <DoneNotice move={moving.done} />
      {loaded.state === 'loading' && <Skeleton lines={8} />}
      {loaded.state === 'refused' &&
        // Whoever has sent a ticket on can see it no longer.
        (moving.done === 'redirect' ? (
          <WayOut refusal={{ code: 'ticket.unknown' }} />
        ) : (
          <RefusedPage refusal={loaded.refusal} onRetry={reload} />
        ))}
    </Screen>
  );
};
