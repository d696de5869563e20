import { LEVEL_LABELS } from '@shared/domain/labels';
import { countCharacters } from '@shared/domain/rating';
import { sayDay } from '@shared/kernel/time';
import { WORDS_MAX } from '@shared/policy/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Fact } from '../../components/fact';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-area';
import { useAction } from '../../hooks/use-action';
import { sayWhere } from '../rating/say-where';
import './quarantine.css';

type Props = {
  readonly rating: Output<'quarantine.list'>['items'][number];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

const Facts = ({ rating }: Pick<Props, 'rating'>) => (
  <View>
    <Fact name="为何核查">{rating.reason}</Fact>
    <Fact name="窗口">{sayWhere(rating.servedBy)}</Fact>
    <Fact name="日期">{sayDay(rating.ratedOn)}</Fact>
    <Fact name="等级">{LEVEL_LABELS[rating.level]}</Fact>
    {rating.tags.length > 0 && <Fact name="标签">{rating.tags.join('、')}</Fact>}
    {rating.comment !== '' && <Fact name="原话">{rating.comment}</Fact>}
  </View>
);

/** 核查决定: what is known, why it waits, and the two ways; neither changes or loses the rating. */
export const DecisionSheet = ({ rating, onClose, onDone }: Props) => {
  const [reason, setReason] = useState('');
  const release = useAction('quarantine.release', onDone);
  const keep = useAction('quarantine.keep', onDone);
  const isBusy = release.busy || keep.busy;
  const decision = { ratingId: rating.ratingId, reason };
  return (
    <Sheet title="核查这条评价" onClose={() => !isBusy && onClose()}>
      <Facts rating={rating} />
      <View className="quiet quarantine__note">
        {rating.hasTicket ? '差评工单已经生成，' : '这条评价已经收下，'}
        不论怎样决定都会保留并照常办理；这里只决定是否计入统计。
      </View>
      <TextArea
        id="decision-reason"
        label="理由"
        value={reason}
        placeholder="理由：核查了什么，为什么这样决定"
        count={countCharacters(reason)}
        limit={WORDS_MAX.decisionReason.value}
        onInput={setReason}
      />
      <FieldError id="decision-error" message={release.failure ?? keep.failure} />
      <View className="quarantine__note">
        <Button id="release" disabled={isBusy} onPress={() => void release.run(decision)}>
          {release.busy ? '正在办理…' : '计入统计'}
        </Button>
      </View>
      <Button id="keep" look="plain" disabled={isBusy} onPress={() => void keep.run(decision)}>
        {keep.busy ? '正在办理…' : '不计入统计'}
      </Button>
    </Sheet>
  );
};
