import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { LabelledLine } from './labelled-line';
import { Way } from './way';

type Props = {
  readonly sends: boolean;
  readonly onReceipt: (receipt: { readonly caseNo: string; readonly receiptCode: string }) => void;
};

/** 办件回执: number and code of the case prove that he was served; nothing of his person is asked for. */
export const ReceiptWay = ({ sends, onReceipt }: Props) => {
  const [caseNo, setCaseNo] = useState('');
  const [receiptCode, setReceiptCode] = useState('');
  const [asked, setAsked] = useState(false);
  const isWhole = caseNo.trim() !== '' && receiptCode.trim() !== '';
  const use = () => {
    setAsked(true);
    if (isWhole) onReceipt({ caseNo: caseNo.trim(), receiptCode: receiptCode.trim() });
  };
  return (
    <Way id="receipt" title="我有办件回执" note="填回执上的编号和查询码，不用提供个人信息。">
      <View className="way__line">编号和查询码证明您办过这件事，不再收集您的其他信息。</View>
      <LabelledLine
        id="slip-case-no"
        label="办件编号"
        value={caseNo}
        placeholder="在受理回执上"
        error={asked && caseNo.trim() === '' ? '请填写办件编号。' : null}
        onInput={setCaseNo}
      />
      <LabelledLine
        id="slip-code"
        label="回执查询码"
        value={receiptCode}
        placeholder="在受理回执上"
        error={asked && receiptCode.trim() === '' ? '请填写回执查询码。' : null}
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
