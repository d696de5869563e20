import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { useStored } from '../../hooks/stored';
import { urlOf } from '../rating/entry';
import { sayWaiting } from '../rating/say-waiting';
import { type Unsent, unsentRatings } from '../rating/unsent';
import { isPassing } from '../refusal/passing';

type Props = { readonly onSent: () => void };

const say = (unsent: Unsent): string =>
  isPassing(unsent.refusal)
    ? `对“${unsent.outgoing.where}”的评价还没有提交。${sayWaiting(unsent)}`
    : `对“${unsent.outgoing.where}”的评价没有提交成功：${unsent.refusal.message}`;

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
        <Notice key={one.outgoing.idempotencyKey} tone={isPassing(one.refusal) ? 'warn' : 'danger'}>
          <View>{say(one)}</View>
          <Button look="link" onPress={() => void Taro.navigateTo({ url: urlOf(one.outgoing.entry) })}>
            查看
          </Button>
        </Notice>
      ))}
    </View>
  );
};
