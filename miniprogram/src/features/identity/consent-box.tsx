import type { Notice } from '@shared/domain/identity';
import { REFUSALS } from '@shared/kernel/refusals';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { CheckBox } from '../../components/check-box';
import './way.css';

/** One consent: `given` once the box is ticked; `demand` says beside the box what is missing, and whether it is there. */
export const useConsent = () => {
  const [given, setGiven] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const turn = (on: boolean) => {
    setGiven(on);
    setError(null);
  };
  const demand = (): boolean => {
    setError(given ? null : REFUSALS['identity.consentMissing']);
    return given;
  };
  return { given, error, turn, demand };
};

const HEADS: Readonly<Record<Notice, string>> = {
  phone: '我们怎样处理您的手机号',
  idNumber: '我们怎样处理您的姓名和身份证号',
  face: '我们怎样处理您的人脸',
  guardian: '代孩子评价',
};

export type Consenting = ReturnType<typeof useConsent>;
type Props = {
  /** The way that asks. */
  readonly of: string;
  readonly notice: Notice;
  readonly consent: Consenting;
};

/** 告知书 of one thing, and the box below it. */
export const ConsentBox = ({ of, notice, consent: { given, error, turn } }: Props) => {
  const { lines, agree } = NOTICE_TEXTS[notice];
  return (
    <View className="consent">
      <View className="quiet">{HEADS[notice]}</View>
      {lines.map((line) => (
        <View key={line} className="way__line">
          {line}
        </View>
      ))}
      <CheckBox id={`${of}-agree-${notice}`} label={agree} checked={given} error={error} onTurn={turn} />
    </View>
  );
};
