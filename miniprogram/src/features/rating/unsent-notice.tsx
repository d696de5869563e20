import { LEVEL_LABELS } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { Notice } from '../../components/notice';
import { isPassing } from '../refusal/passing';
import { WayOut } from '../refusal/way-out';
import { asksForProof, toIdentity, useWayBack } from './identity-step';
import { sayWaiting } from './say-waiting';
import { discardUnsent, mendUnsent, sendAgain, sendUnsent, sendWithoutGonePhotos, type Unsent } from './unsent';

type Props = { readonly unsent: Unsent };

type SendProps = { readonly id: string; readonly label: string; readonly send: () => Promise<void> };

const SendButton = ({ id, label, send }: SendProps) => {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    await send();
    setBusy(false);
  };
  return (
    <Button id={id} disabled={busy} onPress={() => void press()}>
      {busy ? '正在提交…' : label}
    </Button>
  );
};

/** What can be done about a refusal that stays: the better way first. */
const Mending = ({ unsent }: Props) => {
  const { refusal, outgoing } = unsent;
  const wasRated = refusal.code === 'rating.alreadyRated';
  const isPhotoGone = refusal.code === 'photo.gone';
  const wantsProof = asksForProof(refusal.code);
  const prove = () => void toIdentity(outgoing.entry, { place: outgoing.place, demand: 'required', sends: true });
  return (
    <View>
      {wasRated && <WayOut refusal={refusal} onLeave={() => discardUnsent(unsent)} />}
      {isPhotoGone && (
        <SendButton id="send-without-photo" label="去掉照片后提交" send={() => sendWithoutGonePhotos(unsent)} />
      )}
      {wantsProof && (
        <Button id="prove" onPress={prove}>
          去实名
        </Button>
      )}
      <Button
        id="mend-unsent"
        look={wasRated || isPhotoGone || wantsProof ? 'plain' : 'primary'}
        onPress={() => mendUnsent(unsent)}
      >
        修改后重新提交
      </Button>
    </View>
  );
};

/** A rating that is kept on the phone: what will happen to it, or why it came back. */
export const UnsentNotice = ({ unsent }: Props) => {
  const { outgoing, refusal } = unsent;
  useWayBack(outgoing.entry, ({ changes }) => void sendAgain(unsent, changes));
  return (
    <View id="unsent">
      {isPassing(refusal) ? (
        <Notice tone="warn">{sayWaiting(unsent)}</Notice>
      ) : (
        <Notice tone="danger">没有提交成功：{refusal.message}</Notice>
      )}
      <Card heading="尚未提交的评价">
        <Fact name="窗口">{outgoing.where}</Fact>
        <Fact name="等级">{LEVEL_LABELS[outgoing.level]}</Fact>
        {outgoing.comment !== '' && <Fact name="原因">{outgoing.comment}</Fact>}
      </Card>
      {isPassing(refusal) ? (
        <SendButton id="retry-unsent" label="立即重试" send={sendUnsent} />
      ) : (
        <Mending unsent={unsent} />
      )}
    </View>
  );
};
