import { LEVEL_LABELS } from '@shared/domain/labels';
import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { Icon } from '../../components/icon';
import type { Receipt as Given } from './outgoing';
import './receipt.css';
import { ServedBy } from './served-by';
import { WhatNext } from './what-next';

type Props = { readonly receipt: Pick<Given, 'ratingId' | 'receiptNo' | 'level' | 'ratedAt' | 'servedBy' | 'promise'> };

const toProgress = (ratingId: string) =>
  Taro.redirectTo({ url: `/pages/progress/index?ratingId=${encodeURIComponent(ratingId)}` });

/** 回执: that it arrived, and what happens next. Stays until the person goes on. */
export const Receipt = ({ receipt: { ratingId, receiptNo, level, ratedAt, servedBy, promise } }: Props) => (
  <View id="receipt">
    <View className="receipt__head" {...told({ role: 'status' })}>
      <View className="receipt__mark">
        <Icon name="tick" className="receipt__tick" />
      </View>
      <View className="receipt__title">评价已提交</View>
      <View className="quiet">{promise ? '谢谢您告诉我们。' : '谢谢您的评价。'}</View>
    </View>
    <Card>
      <Fact name="回执编号">{receiptNo}</Fact>
      <Fact name="等级">{LEVEL_LABELS[level]}</Fact>
      <Fact name="时间">{sayMoment(ratedAt)}</Fact>
    </Card>
    <Card heading="评价对象">
      <ServedBy servedBy={servedBy} />
    </Card>
    {promise && <WhatNext promise={promise} />}
    {promise && (
      <Button id="to-progress" onPress={() => void toProgress(ratingId)}>
        查看进度
      </Button>
    )}
    <Button id="to-mine" look="plain" onPress={() => void Taro.reLaunch({ url: '/pages/mine/index' })}>
      我的评价
    </Button>
  </View>
);
