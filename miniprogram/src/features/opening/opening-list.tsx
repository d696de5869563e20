import { OPENING_PURPOSE_LABELS } from '@shared/domain/identity-labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { told } from '../../components/accessible';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import { Skeleton } from '../../components/skeleton';
import { useAnswer } from '../../hooks/use-answer';
import { sayWhere } from '../rating/say-where';
import { RefusedPage } from '../refusal/refused-page';
import { DecideSheet } from './decide-sheet';
import './opening.css';
import { HOLDS, type Opening, STATE_WORDS } from './opening-words';

const GROUPS: readonly { readonly title: string; readonly has: (opening: Opening) => boolean }[] = [
  { title: '等您同意', has: ({ mayDecide }) => mayDecide },
  { title: '我的申请', has: ({ isOwn }) => isOwn },
  { title: '已经决定的', has: ({ isOwn, mayDecide }) => !isOwn && !mayDecide },
];

const showTicket = ({ ratingId }: Opening) =>
  void Taro.navigateTo({ url: `/staff/ticket/index?ratingId=${encodeURIComponent(ratingId)}` });

const OpeningCell = ({ opening, onDecide }: { readonly opening: Opening; readonly onDecide: () => void }) => {
  const { openingId, isOwn, mayDecide, state, purpose, servedBy, requestedBy, requestedOn } = opening;
  return (
    <Cell
      id={`opening-${openingId}`}
      title={isOwn ? OPENING_PURPOSE_LABELS[purpose] : `${requestedBy} · ${OPENING_PURPOSE_LABELS[purpose]}`}
      onPress={mayDecide ? onDecide : () => showTicket(opening)}
    >
      {!mayDecide && (
        <View className="opening__state">
          {STATE_WORDS[state]}
          {isOwn && state === 'granted' && `，${HOLDS}内可在工单上查看`}
        </View>
      )}
      {servedBy && <View className="quiet as-typed">{sayWhere(servedBy)}</View>}
      <View className="quiet">{sayDay(requestedOn)}申请</View>
    </Cell>
  );
};

type GroupProps = {
  readonly title: string;
  readonly openings: readonly Opening[];
  readonly onDecide: (opening: Opening) => void;
};

const Group = ({ title, openings, onDecide }: GroupProps) => (
  <View>
    <View className="opening__group" {...told({ role: 'heading', level: 2 })}>
      {title}
    </View>
    <View className="cells">
      {openings.map((opening) => (
        <OpeningCell key={opening.openingId} opening={opening} onDecide={() => onDecide(opening)} />
      ))}
    </View>
  </View>
);

/** 查看申请: first those that wait for the reader's word. */
export const OpeningList = () => {
  const { loaded, reload } = useAnswer('opening.list', {});
  const [open, setOpen] = useState<Opening>();
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  useDidShow(() => void reload());
  if (loaded.state === 'loading') return <Skeleton lines={8} />;
  if (loaded.state === 'refused') return <RefusedPage refusal={loaded.refusal} onRetry={reload} />;
  const { items } = loaded.value;
  const groups = GROUPS.map(({ title, has }) => ({ title, openings: items.filter(has) }));
  const close = () => setOpen(undefined);
  return (
    <View id="openings">
      {items.length === 0 && <Empty message="没有查看申请。需要时在工单上提出。" />}
      {groups.map((group) => group.openings.length > 0 && <Group key={group.title} {...group} onDecide={setOpen} />)}
      {open && (
        <DecideSheet
          opening={open}
          onClose={close}
          onDone={() => {
            close();
            void reload();
          }}
        />
      )}
    </View>
  );
};
