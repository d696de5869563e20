import { sayProof } from '@shared/domain/identity-labels';
import { LEVEL_LABELS } from '@shared/domain/labels';
import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { Fact } from '../../components/fact';
import { Timeline } from '../../components/timeline';
import { AsSaid } from '../rating/as-said';
import { ServedBy } from '../rating/served-by';
import { FollowOnForm } from '../verdict/follow-on-form';
import { ObjectionForm } from '../verdict/objection-form';
import { VerdictForm } from '../verdict/verdict-form';
import { Answered } from './answered';
import { AppealOutcome } from './appeal-outcome';
import { NextStep } from './next-step';

type Rating = Output<'rating.show'>;
type Props = { readonly rating: Rating; readonly onReload: () => void };

const show = (page: 'mine/change' | 'privacy/readers' | 'privacy/report', ratingId: string) =>
  void Taro.navigateTo({ url: `/${page}/index?ratingId=${encodeURIComponent(ratingId)}` });

const Original = ({ original }: Pick<Rating, 'original'>) =>
  original && (
    <Card id="original" heading="修改前的评价">
      <Fact name="等级">{LEVEL_LABELS[original.level]}</Fact>
      {original.tags.length > 0 && <Fact name="标签">{original.tags.join('、')}</Fact>}
      {original.comment !== '' && <Fact name="原因">{original.comment}</Fact>}
    </Card>
  );

const History = ({ progress }: Pick<Rating, 'progress'>) => (
  <Card heading="进度">
    <Timeline entries={progress.map(({ at, text }) => ({ key: `${at}${text}`, when: sayMoment(at), text }))} />
  </Card>
);

/** 评价详情, what became of it and what its rater may still say. */
export const Progress = ({ rating, onReload }: Props) => {
  const { ratingId, servedBy, ticketState, appeal } = rating;
  return (
    <View id="progress">
      <NextStep rating={rating} />
      {appeal && <AppealOutcome appeal={appeal} />}
      {appeal?.mayObject && <ObjectionForm key={ratingId} ratingId={ratingId} onSent={onReload} />}
      <Answered rating={rating} />
      {ticketState === 'awaitingVerdict' && <VerdictForm key={ratingId} rating={rating} onJudged={onReload} />}
      {ticketState === 'closed' && rating.followOn === null && <FollowOnForm rating={rating} onSent={onReload} />}
      <History progress={rating.progress} />
      <AsSaid heading="我的评价" said={rating} />
      <Original original={rating.original} />
      <Card heading="评价对象">
        <ServedBy servedBy={servedBy} />
        <Fact name="评价时间">{sayMoment(rating.ratedAt)}</Fact>
        <Fact name="实名情况">{sayProof(rating.proof)}</Fact>
        <Fact name="回执编号">{rating.receiptNo}</Fact>
      </Card>
      <View className="cells">
        {rating.changeUntil !== null && (
          <Cell id="to-change" title="修改评价" onPress={() => show('mine/change', ratingId)}>
            <View className="quiet">{sayMoment(rating.changeUntil)} 前可以改一次</View>
          </Cell>
        )}
        <Cell id="to-readers" title="谁看过我的评价" onPress={() => show('privacy/readers', ratingId)} />
        <Cell id="to-report" title="受到打击报复？向上级反映" onPress={() => show('privacy/report', ratingId)} />
      </View>
      <Button id="to-mine" look="plain" onPress={() => void Taro.reLaunch({ url: '/pages/mine/index' })}>
        我的评价
      </Button>
    </View>
  );
};
