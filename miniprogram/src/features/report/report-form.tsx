import { countCharacters } from '@shared/domain/rating';
import { WORDS_MAX } from '@shared/policy/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { TextArea } from '../../components/text-area';
import { useAction } from '../../hooks/use-action';
import './report.css';

type Props = { readonly ratingId: string; readonly readBy: string; readonly onSent: (receiptNo: string) => void };

/** 向上级反映: who reads it is said before a word is written. */
export const ReportForm = ({ ratingId, readBy, onSent }: Props) => {
  const [text, setText] = useState('');
  const report = useAction('retaliation.report', ({ receiptNo }) => {
    setText('');
    onSent(receiptNo);
  });
  return (
    <Card heading="发生了什么？">
      <View>因为这次评价受到刁难、威胁，或者被要求撤回、修改评价，请写在这里。</View>
      <View className="report__note" id="who-reads">
        您写的话加密保存，只由{readBy}查看。被评价的单位和人员看不到，也不知道您反映过。
      </View>
      <TextArea
        id="report-text"
        label="发生了什么"
        value={text}
        placeholder="什么时候、什么人、做了什么或说了什么"
        count={countCharacters(text)}
        limit={WORDS_MAX.report.value}
        onInput={setText}
      />
      <FieldError id="report-error" message={report.failure} />
      <View className="report__note">
        <Button id="send-report" disabled={report.busy} onPress={() => void report.run({ ratingId, text })}>
          {report.busy ? '正在提交…' : '提交反映'}
        </Button>
      </View>
    </Card>
  );
};
