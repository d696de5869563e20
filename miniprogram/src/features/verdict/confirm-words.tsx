import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Fact } from '../../components/fact';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import './verdict.css';

type Props = {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly words: string;
  /** What happens then. */
  readonly note: string;
  readonly busy: boolean;
  readonly failure: string | null;
  readonly onSend: () => void;
  readonly onBack: () => void;
};

/** What exactly will be sent, before it is. */
export const ConfirmWords = ({ title, facts, words, note, busy, failure, onSend, onBack }: Props) => {
  // What is on its way can no longer be taken back.
  const back = () => {
    if (!busy) onBack();
  };
  return (
    <Sheet title={title} onClose={back}>
      {facts.map(({ name, text }) => (
        <Fact key={name} name={name}>
          {text}
        </Fact>
      ))}
      {words.trim() !== '' && <Fact name="您的话">{words}</Fact>}
      <View className="quiet verdict__note">{note}</View>
      <FieldError id="confirm-error" message={failure} />
      <Button id="confirm-send" disabled={busy} onPress={onSend}>
        {busy ? '正在提交…' : '确认提交'}
      </Button>
      <Button id="confirm-back" look="plain" disabled={busy} onPress={back}>
        返回修改
      </Button>
    </Sheet>
  );
};
