import type { Notice } from '@shared/domain/identity';
import { sayMoment } from '@shared/kernel/time';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { Sheet } from '../../components/sheet';
import { useAction } from '../../hooks/use-action';
import { learnProof } from '../rating/known-proof';
import type { Mine } from './my-data';
import './personal-data.css';

type Given = Mine['consents'][number];

/** What follows from taking it back. */
const FOLLOWS: Readonly<Record<Notice, string>> = {
  phone: '马上删除您的手机号，手机号实名随之失效。',
  idNumber: '马上删除您的姓名、身份证号和所代表的单位，用它们完成的实名随之失效。',
  face: '马上删除人脸核验的记录，人脸实名随之失效。',
  guardian: '不再把您的评价记为代孩子评价。',
};

const saying = ({ notice, version, givenAt, withdrawnAt }: Given): string =>
  `${NOTICE_TEXTS[notice].title}（说明${version}版），${sayMoment(givenAt)}同意${
    withdrawnAt === null ? '' : `，${sayMoment(withdrawnAt)}撤回`
  }`;

type SheetProps = { readonly notice: Notice; readonly onClose: () => void; readonly onWithdrawn: () => void };

const WithdrawSheet = ({ notice, onClose, onWithdrawn }: SheetProps) => {
  const withdraw = useAction('consent.withdraw', ({ level }) => {
    learnProof({ level, undeterminedToday: false });
    onWithdrawn();
  });
  return (
    <Sheet title={`撤回对“${NOTICE_TEXTS[notice].title}”的同意`} onClose={onClose}>
      <View className="data__line">{FOLLOWS[notice]}</View>
      <View className="data__line">您已经提交的评价照常有效，照常办理。需要时可以再同意。</View>
      <FieldError id="withdraw-error" message={withdraw.failure} />
      <Button id="confirm-withdraw" disabled={withdraw.busy} onPress={() => void withdraw.run({ notice })}>
        {withdraw.busy ? '正在撤回…' : '确认撤回'}
      </Button>
      <Button id="keep-consent" look="plain" onPress={onClose}>
        不撤回
      </Button>
    </Sheet>
  );
};

type Props = { readonly consents: readonly Given[]; readonly onWithdrawn: () => void };

/** 同意 with the version that was read and the day, each with its way back. */
export const Consents = ({ consents, onWithdrawn }: Props) => {
  const [notice, setNotice] = useState<Notice | null>(null);
  return (
    <Card id="consents" heading="您同意过的">
      {consents.length === 0 && <View>还没有。</View>}
      {consents.map((given) => (
        <View key={`${given.notice}${given.givenAt}`} className="data__consent">
          <View>{saying(given)}</View>
          {given.withdrawnAt === null && (
            <Button
              id={`withdraw-${given.notice}`}
              look="link"
              label={`撤回对${NOTICE_TEXTS[given.notice].title}的同意`}
              onPress={() => setNotice(given.notice)}
            >
              撤回
            </Button>
          )}
        </View>
      ))}
      {notice && (
        <WithdrawSheet
          notice={notice}
          onClose={() => setNotice(null)}
          onWithdrawn={() => {
            setNotice(null);
            onWithdrawn();
          }}
        />
      )}
    </Card>
  );
};
