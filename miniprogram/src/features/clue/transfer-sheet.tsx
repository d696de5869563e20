import { countCharacters } from '@shared/domain/rating';
import { WORDS_MAX } from '@shared/policy/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import { TextArea } from '../../components/text-area';
import { useAction } from '../../hooks/use-action';
import './clue.css';

type Props = { readonly ratingId: string; readonly onClose: () => void; readonly onDone: () => void };

/** Why it is transferred, before it is. */
export const TransferSheet = ({ ratingId, onClose, onDone }: Props) => {
  const [note, setNote] = useState('');
  const transfer = useAction('clue.transfer', onDone);
  return (
    <Sheet title="转交线索" onClose={() => !transfer.busy && onClose()}>
      <View>把这条评价的密封副本转交给纪检监察联系人。被评价的单位和人员看不到转交这件事，工单照常办理。</View>
      <TextArea
        id="clue-note"
        label="转交说明"
        value={note}
        placeholder="反映了哪个人、什么事，为什么转交"
        count={countCharacters(note)}
        limit={WORDS_MAX.clueNote.value}
        onInput={setNote}
      />
      <FieldError id="clue-error" message={transfer.failure} />
      <View className="clue__note">
        <Button id="confirm-transfer" disabled={transfer.busy} onPress={() => void transfer.run({ ratingId, note })}>
          {transfer.busy ? '正在转交…' : '确认转交'}
        </Button>
      </View>
      <Button id="transfer-back" look="plain" disabled={transfer.busy} onPress={onClose}>
        返回
      </Button>
    </Sheet>
  );
};
