import { TICKET_STATE_LABELS } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { sayNext } from '../verdict/say-next';
import '../verdict/verdict.css';

type Props = { readonly rating: Pick<Output<'rating.show'>, 'ticketState' | 'next' | 'promise' | 'proof'> };

/** 接下来会怎样, and by when. */
export const NextStep = ({ rating: { ticketState, next, promise, proof } }: Props) =>
  ticketState === null || promise === null ? null : (
    <Card id="next-step" heading={`现在：${TICKET_STATE_LABELS[ticketState]}`}>
      {(next ? sayNext(next, proof.level !== 'account', Date.now()) : []).map((sentence) => (
        <View key={sentence} className="verdict__next">
          {sentence}
        </View>
      ))}
      <Fact name="工单编号">{promise.ticketNo}</Fact>
    </Card>
  );
