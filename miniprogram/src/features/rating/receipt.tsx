import { sayProof } from '@shared/domain/identity-labels';
import { LEVEL_LABELS } from '@shared/domain/labels';
import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { Icon } from '../../components/icon';
import { TellMe } from '../notification/tell-me';
import type { Receipt as Given } from './outgoing';
import './receipt.css';
import { ServedBy } from './served-by';
import { WhatNext } from './what-next';

type Kept = Pick<Given, 'ratingId' | 'receiptNo' | 'level' | 'ratedAt' | 'servedBy' | 'promise' | 'proof'>;
type Props = {
  readonly receipt: Kept;
  /** False when an earlier try was kept and said something else. */
  readonly asSent?: boolean;
};

const KEPT_BEFORE = '这次评价先前已经收到，保存的是先前提交的内容。';
const thanks = ({ promise }: Kept): string => (promise ? '谢谢您告诉我们。' : '谢谢您的评价。');

const Head = ({ receipt, asSent }: Required<Props>) => (
  <View className="receipt__head" {...told({ role: 'status' })}>
    <View className="receipt__mark">
      <Icon name="tick" className="receipt__tick" />
    </View>
    <View className="receipt__title">{asSent ? '评价已提交' : '评价已收到'}</View>
    <View className="quiet">{asSent ? thanks(receipt) : KEPT_BEFORE}</View>
  </View>
);

const toProgress = (ratingId: string) =>
  Taro.redirectTo({ url: `/mine/progress/index?ratingId=${encodeURIComponent(ratingId)}` });

/** 回执: that it arrived, and what happens next. Stays until the person goes on. */
export const Receipt = ({ receipt, asSent = true }: Props) => (
  <View id="receipt">
    <Head receipt={receipt} asSent={asSent} />
    <Card>
      <Fact name="回执编号">{receipt.receiptNo}</Fact>
      <Fact name="等级">{LEVEL_LABELS[receipt.level]}</Fact>
      <Fact name="时间">{sayMoment(receipt.ratedAt)}</Fact>
      <Fact name="实名情况">{sayProof(receipt.proof)}</Fact>
      {receipt.proof.shortfall === 'undetermined' && (
        <View id="not-checked" className="quiet">
          实名尚未核对：当时没有核对成，评价照常有效、照常办理。
        </View>
      )}
    </Card>
    <Card heading="评价对象">
      <ServedBy servedBy={receipt.servedBy} />
    </Card>
    {receipt.promise && <WhatNext promise={receipt.promise} isReachable={receipt.proof.level !== 'account'} />}
    {receipt.promise && <TellMe />}
    {(receipt.promise || !asSent) && (
      <Button id="to-progress" onPress={() => void toProgress(receipt.ratingId)}>
        查看进度
      </Button>
    )}
    <Button id="to-mine" look="plain" onPress={() => void Taro.reLaunch({ url: '/pages/mine/index' })}>
      我的评价
    </Button>
  </View>
);
