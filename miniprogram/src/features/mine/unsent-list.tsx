import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useStored } from '../../hooks/stored';
import { urlOf } from '../rating/entry';
import { type Unsent, unsentRatings } from '../rating/unsent';

type Props = { readonly onSent: () => void };

const say = ({ outgoing, refusal }: Unsent): string =>
  refusal
    ? `对“${outgoing.where}”的评价没有提交成功：${refusal.message}`
    : `对“${outgoing.where}”的评价还在手机上，网络恢复后会自动提交。`;

/** Ratings that are still on this phone. */
export const UnsentList = ({ onSent }: Props) => {
  const unsent = useStored(unsentRatings);
  const before = useRef(unsent.length);
  useEffect(() => {
    if (unsent.length < before.current) onSent();
    before.current = unsent.length;
  }, [unsent, onSent]);
  return (
    <View>
      {unsent.map((one) => (
        <Notice key={one.outgoing.idempotencyKey} tone={one.refusal ? 'danger' : 'warn'}>
          <View>{say(one)}</View>
          <Button look="link" onPress={() => void Taro.navigateTo({ url: urlOf(one.outgoing.entry) })}>
            查看
          </Button>
        </Notice>
      ))}
    </View>
  );
};
