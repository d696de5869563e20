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

type Props = { readonly reportId: string; readonly onClosed: () => void };

/** 办结, with the words that the rater reads. */
export const CloseReport = ({ reportId, onClosed }: Props) => {
  const [result, setResult] = useState('');
  const close = useAction('report.close', onClosed);
  return (
    <Card heading="办理结果">
      <TextArea
        id="report-result"
        label="办理结果"
        value={result}
        placeholder="查实了什么，怎样处理，怎样防止再发生"
        count={countCharacters(result)}
        limit={WORDS_MAX.reportResult.value}
        onInput={setResult}
      />
      <View className="quiet report__note">反映人会读到这些话；被评价的单位和人员看不到。办结以后不能再改。</View>
      <FieldError id="report-error" message={close.failure} />
      <Button id="close-report" disabled={close.busy} onPress={() => void close.run({ reportId, result })}>
        {close.busy ? '正在提交…' : '办结并告知反映人'}
      </Button>
    </Card>
  );
};
