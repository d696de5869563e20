import { LEVEL_LABELS } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { Notice } from '../../components/notice';
import { WayOut } from '../refusal/way-out';
import { dropUnsent, sendUnsent, type Unsent } from './unsent';

type Props = { readonly unsent: Unsent };

/** A rating that is kept on the phone: what will happen to it, or why it came back. */
export const UnsentNotice = ({ unsent: { outgoing, refusal } }: Props) => {
  const [busy, setBusy] = useState(false);
  const wasRated = refusal?.code === 'rating.alreadyRated';
  const retry = async () => {
    setBusy(true);
    await sendUnsent();
    setBusy(false);
  };
  return (
    <View id="unsent">
      {refusal ? (
        <Notice tone="danger">没有提交成功：{refusal.message}</Notice>
      ) : (
        <Notice tone="warn">网络不通，您填写的内容已保存，网络恢复后会自动提交。</Notice>
      )}
      <Card heading="尚未提交的评价">
        <Fact name="窗口">{outgoing.where}</Fact>
        <Fact name="等级">{LEVEL_LABELS[outgoing.level]}</Fact>
        {outgoing.comment !== '' && <Fact name="原因">{outgoing.comment}</Fact>}
      </Card>
      {wasRated && <WayOut refusal={refusal} onLeave={() => dropUnsent(outgoing.entry)} />}
      {refusal ? (
        <Button id="mend-unsent" look={wasRated ? 'plain' : 'primary'} onPress={() => dropUnsent(outgoing.entry)}>
          修改后重新提交
        </Button>
      ) : (
        <Button id="retry-unsent" disabled={busy} onPress={() => void retry()}>
          {busy ? '正在提交…' : '立即重试'}
        </Button>
      )}
    </View>
  );
};
