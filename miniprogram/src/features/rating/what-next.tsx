import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import type { Receipt } from './outgoing';
import './what-next.css';

type Props = { readonly promise: NonNullable<Receipt['promise']> };

const UNKNOWN = '放假安排公布后确定，我们会尽快联系您。';

/** 接下来会怎样 with a bad rating, and by when. */
export const WhatNext = ({ promise: { ticketNo, contactBy, rectifyBy } }: Props) => (
  <Card heading="接下来">
    <View id="promise-contact" className="promise">
      {contactBy === null ? `联系您的时间：${UNKNOWN}` : `我们会在 ${sayMoment(contactBy)} 前联系您。`}
    </View>
    <View className="promise">
      {rectifyBy === null
        ? '责任单位会整改，期限在放假安排公布后确定。'
        : `责任单位会在 ${sayMoment(rectifyBy)} 前完成整改。`}
    </View>
    <Fact name="工单编号">{ticketNo}</Fact>
  </Card>
);
