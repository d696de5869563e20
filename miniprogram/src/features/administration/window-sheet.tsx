import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Fact } from '../../components/fact';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import './administration.css';
import type { Sheeted } from './by-unit';
import { Confirm } from './confirm';
import { WindowCode } from './window-code';

export type WindowRow = Output<'window.list'>['items'][number];

const WAYS = {
  'window.replaceCode': {
    id: 'replace',
    label: '换码',
    says: '窗口上现在的牌子作废，最迟半分钟后就扫不了，也不能恢复。换好以后在这里“查看窗口码”，打印换上；换上之前，群众扫不了这个窗口。',
  },
  'window.revokeCode': {
    id: 'revoke',
    label: '停用',
    says: '窗口上的牌子最迟半分钟后就扫不了，扫的人会看到“已经停用”。已经提交的评价不受影响，以后可以恢复。',
  },
  'window.restoreCode': {
    id: 'restore',
    label: '恢复',
    says: '窗口上原来的牌子又能扫。牌子丢过或被人换过的，请返回选“换码”。',
  },
} as const;
type Way = keyof typeof WAYS;

export const sayCode = ({ serial, isRevoked }: WindowRow['code']): string =>
  `第 ${serial} 版码，${isRevoked ? '已停用' : '使用中'}`;

const Choices = ({ ways, onChoose }: { readonly ways: readonly Way[]; readonly onChoose: (way: Way) => void }) => (
  <View className="administration__note">
    {ways.map((way) => (
      <Button key={way} id={WAYS[way].id} look="plain" onPress={() => onChoose(way)}>
        {WAYS[way].label}
      </Button>
    ))}
  </View>
);

type ChangeProps = Pick<Sheeted<WindowRow>, 'item' | 'onDone'> & { readonly way: Way; readonly onBack: () => void };

const Change = ({ item: { windowId, code }, way, onDone, onBack }: ChangeProps) => {
  const change = useAction(way, onDone);
  const { label, says } = WAYS[way];
  return (
    <Confirm
      {...change}
      label={`确认${label}`}
      onConfirm={() => void change.run({ windowId, serial: code.serial })}
      onBack={onBack}
    >
      {says}
    </Confirm>
  );
};

/** What the system administrator may do about the code of one window. */
export const WindowSheet = ({ item, onClose, onDone }: Sheeted<WindowRow>) => {
  const [way, setWay] = useState<Way>();
  const { name, center, unit, code } = item;
  const open: Way[] = ['window.replaceCode', code.isRevoked ? 'window.restoreCode' : 'window.revokeCode'];
  return (
    <Sheet title={name} onClose={onClose}>
      <Fact name="地点">{center}</Fact>
      <Fact name="单位">{unit}</Fact>
      <Fact name="窗口码">{sayCode(code)}</Fact>
      {way ? (
        <Change item={item} way={way} onDone={onDone} onBack={() => setWay(undefined)} />
      ) : (
        <View>
          {!code.isRevoked && <WindowCode windowId={item.windowId} />}
          <Choices ways={open} onChoose={setWay} />
        </View>
      )}
    </Sheet>
  );
};
