import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { useAction } from '../../hooks/use-action';
import { Confirm } from './confirm';

/** 重新统计: what happens, and that nothing is lost by it. */
export const RebuildFigures = () => {
  const [isDone, setDone] = useState(false);
  const rebuild = useAction('figures.rebuild', () => setDone(true));
  if (isDone) {
    return (
      <Notice id="rebuilding" tone="done">
        已经开始。数字会在几分钟里陆续补齐，其间页面会说明数字还在统计。
      </Notice>
    );
  }
  return (
    <Card heading="从头统计所有数字">
      <Confirm
        {...rebuild}
        label="重新统计"
        onConfirm={() => void rebuild.run({})}
        onBack={() => void Taro.navigateBack()}
      >
        <View>数字都由评价档案和办件算出来。重新统计把现有数字清掉，再从头算一遍；评价、工单和申诉都不会变。</View>
      </Confirm>
    </Card>
  );
};
