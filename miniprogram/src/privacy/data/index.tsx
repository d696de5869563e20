import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { MyData } from '../../features/personal-data/my-data';
import { RefusedPage } from '../../features/refusal/refused-page';
import { useAnswer } from '../../hooks/use-answer';

definePageConfig({ navigationBarTitleText: '我的个人信息' });

/** 我的个人信息 */
export default function MyDataPage() {
  const { loaded, reload } = useAnswer('identity.mine', {});
  const isFirst = useRef(true);
  useDidShow(() => {
    if (!isFirst.current) void reload();
    isFirst.current = false;
  });
  return (
    <Screen title="我的个人信息">
      {loaded.state === 'loading' && <Skeleton lines={6} />}
      {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      {loaded.state === 'ready' && <MyData mine={loaded.value} onChanged={() => void reload()} />}
    </Screen>
  );
}
