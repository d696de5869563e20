import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { FieldError } from '../../components/field-error';
import { TextLine } from '../../components/text-line';
import { Way } from './way';

type Props = {
  readonly sends: boolean;
  readonly onReceipt: (receipt: { readonly caseNo: string; readonly receiptCode: string }) => void;
};

/** 办件回执: number and code of the case prove that he was served; nothing of his person is asked for. */
export const ReceiptWay = ({ sends, onReceipt }: Props) => {
  const [caseNo, setCaseNo] = useState('');
  const [receiptCode, setReceiptCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const isWhole = caseNo.trim() !== '' && receiptCode.trim() !== '';
  const use = () => {
    setError(isWhole ? null : '请填写办件编号和查询码，都印在回执上。');
    if (isWhole) onReceipt({ caseNo: caseNo.trim(), receiptCode: receiptCode.trim() });
  };
  return (
    <Way id="receipt" title="我有办件回执" note="填回执上的编号和查询码，不用提供个人信息。">
      <View className="way__line">编号和查询码证明您办过这件事，不再收集您的其他信息。</View>
      <FieldError id="receipt-error" message={error} />
      <TextLine id="slip-case-no" label="办件编号" value={caseNo} placeholder="办件编号" onInput={setCaseNo} />
      <TextLine
        id="slip-code"
        label="回执查询码"
        value={receiptCode}
        placeholder="回执查询码"
        onInput={setReceiptCode}
      />
      <View className="way__submit">
        <Button id="use-receipt" onPress={use}>
          {sends ? '用回执提交评价' : '使用这张回执'}
        </Button>
      </View>
    </Way>
  );
};
