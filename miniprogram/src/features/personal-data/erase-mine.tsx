import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import { learnProof } from '../rating/known-proof';
import { forgetReceipt } from '../rating/last-receipt';
import './personal-data.css';

const GOES =
  '姓名、号码、手机号，您评价中的文字和照片，您的消息和消息提醒，以及评价与您的关联。“我的评价”里不再有这些评价。';
const STAYS = '评价的等级、标签、窗口和日期，但不再知道是谁评价的；您同意和撤回的记录，以备查验。';

type Props = { readonly onErased: (what: string) => void };

const EraseSheet = ({ onErased, onClose }: Props & { readonly onClose: () => void }) => {
  const erase = useAction('data.erase', ({ ratings }) => {
    forgetReceipt();
    learnProof({ level: 'account', undeterminedToday: false });
    onErased(ratings === 0 ? '您的个人信息已经删除。' : `您的个人信息已经删除，${ratings} 条评价不再与您关联。`);
  });
  return (
    <Sheet title="删除我的个人信息" onClose={onClose}>
      <View className="data__line">会删除：{GOES}</View>
      <View className="data__line">会保留：{STAYS}</View>
      <View className="data__line">删除后不能恢复。</View>
      <FieldError id="erase-error" message={erase.failure} />
      {erase.code?.startsWith('identity.eraseWhile') && (
        <Button id="to-mine" look="link" onPress={() => void Taro.reLaunch({ url: '/pages/mine/index' })}>
          查看办理进度
        </Button>
      )}
      <Button id="confirm-erase" disabled={erase.busy} onPress={() => void erase.run({})}>
        {erase.busy ? '正在删除…' : '确认删除'}
      </Button>
      <Button id="keep-data" look="plain" onPress={onClose}>
        不删除
      </Button>
    </Sheet>
  );
};

/** 删除: what goes and what stays is said before. */
export const EraseMine = ({ onErased }: Props) => {
  const [asks, setAsks] = useState(false);
  return (
    <Card heading="删除我的个人信息">
      <View className="data__line">删除后，没有人能再从评价找到您。还有差评没有办结的，办结后才能删除。</View>
      <Button id="erase" look="plain" onPress={() => setAsks(true)}>
        删除我的个人信息
      </Button>
      {asks && (
        <EraseSheet
          onClose={() => setAsks(false)}
          onErased={(what) => {
            setAsks(false);
            onErased(what);
          }}
        />
      )}
    </Card>
  );
};
