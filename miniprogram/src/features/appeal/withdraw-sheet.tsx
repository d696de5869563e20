import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import '../verdict/verdict.css';

type Props = {
  readonly busy: boolean;
  readonly failure: string | null;
  readonly onWithdraw: () => void;
  readonly onBack: () => void;
};

/** 撤回申诉, after a last look. */
export const WithdrawSheet = ({ busy, failure, onWithdraw, onBack }: Props) => {
  // What is on its way can no longer be taken back.
  const back = () => {
    if (!busy) onBack();
  };
  return (
    <Sheet title="撤回申诉" onClose={back}>
      <View className="verdict__note">撤回以后，这条评价有效，不能再申诉。</View>
      <FieldError id="withdraw-error" message={failure} />
      <Button id="withdraw-send" disabled={busy} onPress={onWithdraw}>
        {busy ? '正在提交…' : '确认撤回'}
      </Button>
      <Button id="withdraw-back" look="plain" disabled={busy} onPress={back}>
        不撤回
      </Button>
    </Sheet>
  );
};
