import { sayProof } from '@shared/domain/identity-labels';
import { TICKET_STATE_LABELS } from '@shared/domain/labels';
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
import { WhatNext } from '../rating/what-next';

type Props = { readonly rating: Output<'rating.show'> };

const show = (page: 'readers' | 'report', ratingId: string) =>
  void Taro.navigateTo({ url: `/privacy/${page}/index?ratingId=${encodeURIComponent(ratingId)}` });

/** 评价详情 and what became of it. */
export const Progress = ({ rating }: Props) => {
  const { ratingId, servedBy, promise, progress, ticketState } = rating;
  return (
    <View id="progress">
      <Card heading={ticketState ? `进度：${TICKET_STATE_LABELS[ticketState]}` : '进度'}>
        <Timeline entries={progress.map(({ at, text }) => ({ key: `${at}${text}`, when: sayMoment(at), text }))} />
      </Card>
      {promise && <WhatNext promise={promise} isReachable={rating.proof.level !== 'account'} />}
      <AsSaid heading="我的评价" said={rating} />
      <Card heading="评价对象">
        <ServedBy servedBy={servedBy} />
        <Fact name="评价时间">{sayMoment(rating.ratedAt)}</Fact>
        <Fact name="实名情况">{sayProof(rating.proof)}</Fact>
        <Fact name="回执编号">{rating.receiptNo}</Fact>
      </Card>
      <View className="cells">
        <Cell id="to-readers" title="谁看过我的评价" onPress={() => show('readers', ratingId)} />
        <Cell id="to-report" title="受到打击报复？向上级反映" onPress={() => show('report', ratingId)} />
      </View>
      <Button id="to-mine" look="plain" onPress={() => void Taro.reLaunch({ url: '/pages/mine/index' })}>
        我的评价
      </Button>
    </View>
  );
};
