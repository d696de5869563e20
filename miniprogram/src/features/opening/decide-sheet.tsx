import { OPENING_PURPOSE_LABELS } from '@shared/domain/identity-labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Fact } from '../../components/fact';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import { Confirm } from '../administration/confirm';
import { sayWhere } from '../rating/say-where';
import './opening.css';
import { HOLDS, type Opening } from './opening-words';

type Props = { readonly opening: Opening; readonly onClose: () => void; readonly onDone: () => void };
type Way = 'agree' | 'refuse';

const WAYS = {
  agree: {
    label: '确认同意',
    says: `申请人在${HOLDS}内可以查看这位评价人的姓名、证件号码和手机号，每次查看都有记录，评价人能看到。同意以后不能收回。`,
  },
  refuse: { label: '确认不同意', says: '申请人看不到完整身份，仍可重新申请。' },
} as const;

/** 第二人意见 on somebody else's request. */
export const DecideSheet = ({ opening, onClose, onDone }: Props) => {
  const [way, setWay] = useState<Way>();
  const decide = useAction('opening.decide', onDone);
  const { openingId, requestedBy, servedBy, purpose, requestedOn } = opening;
  return (
    <Sheet title="是否同意查看完整身份？" onClose={() => !decide.busy && onClose()}>
      <Fact name="申请人">{requestedBy}</Fact>
      <Fact name="用途">{OPENING_PURPOSE_LABELS[purpose]}</Fact>
      {servedBy && <Fact name="被评窗口">{sayWhere(servedBy)}</Fact>}
      <Fact name="申请日期">{sayDay(requestedOn)}</Fact>
      {way ? (
        <Confirm
          {...decide}
          label={WAYS[way].label}
          onConfirm={() => void decide.run({ openingId, agrees: way === 'agree' })}
          onBack={() => setWay(undefined)}
        >
          {WAYS[way].says}
        </Confirm>
      ) : (
        <View className="opening__note">
          <Button id="agree" onPress={() => setWay('agree')}>
            同意
          </Button>
          <Button id="refuse" look="plain" onPress={() => setWay('refuse')}>
            不同意
          </Button>
        </View>
      )}
    </Sheet>
  );
};
