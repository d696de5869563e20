import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { Notice } from '../../components/notice';
import './administration.css';
import { type Fault, sayFault } from './audit-words';
import { useVerification } from './use-verification';

const SHOWN = 20;

const Result = ({ checked, faults }: { readonly checked: number; readonly faults: readonly Fault[] }) =>
  faults.length === 0 ? (
    <Notice id="chain-sound">共 {checked} 条，前后相连，没有被改动、删除或调换。</Notice>
  ) : (
    <Notice id="chain-broken" tone="danger">
      <View>
        核对了 {checked} 条，有 {faults.length} 处对不上，请保留现场并报告上级：
      </View>
      {faults.slice(0, SHOWN).map((fault) => (
        <View key={fault.fault + fault.number + (fault.day ?? '')}>{sayFault(fault)}。</View>
      ))}
    </Notice>
  );

/** 核对链条, the result in words. */
export const VerifyChain = () => {
  const { verification, verify } = useVerification();
  const busy = verification.state === 'busy';
  return (
    <Card heading="日志有没有被动过">
      <View className="quiet administration__note">
        每一条都封着前一条。改动、删除或调换任何一条，核对时都会发现是哪一条。
      </View>
      {verification.state === 'done' && <Result {...verification} />}
      <FieldError id="verify-error" message={verification.state === 'failed' ? verification.message : null} />
      <Button id="verify" look="plain" disabled={busy} onPress={() => void verify()}>
        {busy ? `正在核对，已核对 ${verification.checked} 条…` : '核对链条'}
      </Button>
    </Card>
  );
};
