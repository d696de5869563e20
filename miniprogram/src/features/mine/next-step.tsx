import { TICKET_STATE_LABELS } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { sayNext } from '../verdict/say-next';
import '../verdict/verdict.css';

type Props = { readonly rating: Pick<Output<'rating.show'>, 'ticketState' | 'next' | 'promise' | 'proof'> };

const SET_ASIDE = '您的评价经复核不予采纳，工单已经终止。为什么、您可以做什么，见“申诉的结果”。';

const sentencesOf = ({ ticketState, next, proof }: Props['rating']): readonly string[] => {
  if (ticketState === 'setAside') return [SET_ASIDE];
  return next ? sayNext(next, proof.level !== 'account', Date.now()) : [];
};

/** 接下来会怎样, and by when. */
export const NextStep = ({ rating }: Props) => {
  const { ticketState, promise } = rating;
  if (ticketState === null || promise === null) return null;
  return (
    <Card id="next-step" heading={`现在：${TICKET_STATE_LABELS[ticketState]}`}>
      {sentencesOf(rating).map((sentence) => (
        <View key={sentence} className="verdict__next">
          {sentence}
        </View>
      ))}
      <Fact name="工单编号">{promise.ticketNo}</Fact>
    </Card>
  );
};
