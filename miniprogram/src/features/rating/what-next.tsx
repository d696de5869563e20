import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import type { Receipt } from './outgoing';
import './what-next.css';

type Props = {
  readonly promise: NonNullable<Receipt['promise']>;
  /** Somebody who left nothing cannot be called: he reads the answer here. */
  readonly isReachable: boolean;
};

const UNKNOWN = '放假安排公布后确定，我们会尽快联系您。';

const sayContact = (contactBy: number | null, isReachable: boolean): string => {
  if (!isReachable) return '您没有留下电话，责任单位核实后会在这里答复您，请到“我的评价”查看进度。';
  return contactBy === null ? `联系您的时间：${UNKNOWN}` : `我们会在 ${sayMoment(contactBy)} 前联系您。`;
};

/** 接下来会怎样 with a bad rating, and by when. */
export const WhatNext = ({ promise: { ticketNo, contactBy, rectifyBy }, isReachable }: Props) => (
  <Card heading="接下来">
    <View id="promise-contact" className="promise">
      {sayContact(contactBy, isReachable)}
    </View>
    <View className="promise">
      {rectifyBy === null
        ? '责任单位会整改，期限在放假安排公布后确定。'
        : `责任单位会在 ${sayMoment(rectifyBy)} 前完成整改。`}
    </View>
    <Fact name="工单编号">{ticketNo}</Fact>
  </Card>
);
