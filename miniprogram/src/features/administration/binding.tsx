import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { TextLine } from '../../components/text-line';
import { useAction } from '../../hooks/use-action';
import './administration.css';

const toMe = () => void Taro.reLaunch({ url: '/pages/me/index' });

const Bound = ({ name }: { readonly name: string }) => (
  <Card id="bound" heading={`已绑定：${name}`}>
    <View className="administration__note">现在起，您可以在“我的”里看到工作人员的入口。</View>
    <Button id="to-me" onPress={toMe}>
      去“我的”
    </Button>
  </Card>
);

/** 工作人员绑定: the code that the system administrator handed over. */
export const Binding = () => {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const [name, setName] = useState<string>();
  const bind = useAction('staff.bind', (value) => setName(value.name));
  if (name !== undefined) return <Bound name={name} />;
  const submit = () => {
    setMissing(code.trim() === '');
    if (code.trim() !== '') void bind.run({ code });
  };
  return (
    <Card heading="输入邀请码">
      <View>邀请码由本单位的系统管理员给您，8位字母和数字，24小时内有效。</View>
      <TextLine id="invitation-code" label="邀请码" value={code} placeholder="例如 K7QM 2XRT" onInput={setCode} />
      <FieldError id="binding-error" message={missing ? '请先输入邀请码。' : bind.failure} />
      <View className="quiet administration__note">绑定后，这个微信就以您工作人员的身份使用；评价仍然是您个人的。</View>
      <Button id="bind" disabled={bind.busy} onPress={submit}>
        {bind.busy ? '正在绑定…' : '绑定'}
      </Button>
    </Card>
  );
};
