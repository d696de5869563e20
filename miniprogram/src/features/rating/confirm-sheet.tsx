import { LEVEL_LABELS } from '@shared/domain/labels';
import type { Tag } from '@shared/domain/tag';
import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Fact } from '../../components/fact';
import { Sheet } from '../../components/sheet';
import './confirm-sheet.css';
import type { Outgoing } from './outgoing';

type Props = {
  readonly outgoing: Outgoing;
  readonly tags: readonly Tag[];
  readonly busy: boolean;
  readonly onSend: () => void;
  readonly onBack: () => void;
};

/** What exactly will be sent, before it is. */
export const ConfirmSheet = ({ outgoing, tags, busy, onSend, onBack }: Props) => {
  const texts = tags.filter(({ code }) => outgoing.tags.includes(code)).map(({ text }) => text);
  // What is on its way can no longer be taken back.
  const back = () => {
    if (!busy) onBack();
  };
  return (
    <Sheet title="将要提交的评价" onClose={back}>
      <Fact name="窗口">{outgoing.where}</Fact>
      <Fact name="等级">{LEVEL_LABELS[outgoing.level]}</Fact>
      {texts.length > 0 && <Fact name="标签">{texts.join('、')}</Fact>}
      {outgoing.comment.trim() !== '' && <Fact name="原因">{outgoing.comment}</Fact>}
      {outgoing.photos.length > 0 && <Fact name="照片">{outgoing.photos.length} 张</Fact>}
      {outgoing.caseNo !== '' && <Fact name="办件编号">{outgoing.caseNo}</Fact>}
      <View className="quiet confirm__note">提交后会交给责任单位核实处理。窗口人员看不到您是谁。</View>
      <Button id="confirm-send" disabled={busy} onPress={onSend}>
        {busy ? '正在提交…' : '确认提交'}
      </Button>
      <Button id="confirm-back" look="plain" disabled={busy} onPress={onBack}>
        返回修改
      </Button>
    </Sheet>
  );
};
