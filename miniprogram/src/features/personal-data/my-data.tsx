import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Notice } from '../../components/notice';
import { PrivacyLink } from '../identity/identity-head';
import { Consents } from './consents';
import { EraseMine } from './erase-mine';
import { ExportMine } from './export-mine';
import { WhatIsKept } from './what-is-kept';

export type Mine = Output<'identity.mine'>;
type Props = { readonly mine: Mine; readonly onChanged: () => void };

/** 我的个人信息: seen, taken along, withdrawn, erased. */
export const MyData = ({ mine, onChanged }: Props) => {
  const [done, setDone] = useState<string | null>(null);
  const changed = (what: string) => {
    setDone(what);
    onChanged();
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  };
  return (
    <View id="my-data">
      {done && <Notice id="data-done">{done}</Notice>}
      <WhatIsKept mine={mine} />
      <Consents consents={mine.consents} onWithdrawn={() => changed('已撤回，相应的信息已经删除。')} />
      <ExportMine />
      <EraseMine onErased={changed} />
      <PrivacyLink />
    </View>
  );
};
