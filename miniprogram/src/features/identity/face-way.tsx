import { PROOF_METHOD_LABELS } from '@shared/domain/identity-labels';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { useState } from 'react';
import { Button } from '../../components/button';
import { useAction } from '../../hooks/use-action';
import { ConsentBox, useConsent } from './consent-box';
import type { PersonProps } from './number-way';
import { fieldOfSlip, PersonFields, personSlip, type Slip } from './person-fields';
import { Way } from './way';
import { WayError, type WayProps } from './way-error';
import { wechat } from './wechat';

const UNSUPPORTED = '这部手机不支持人脸核验，请换一种方式。';
const STOPPED = '人脸核验没有完成，可以重试，或换一种方式。';

/** WeChat's own scan; resolves to why it came to nothing, or to null when it ran: what came of it only the cloud knows. */
const scan = (verifyId: string): Promise<string | null> =>
  new Promise((resolve) => {
    if (!wechat?.requestFacialVerify) return resolve(UNSUPPORTED);
    const request = () =>
      wechat?.requestFacialVerify?.({ verifyId, success: () => resolve(null), fail: () => resolve(STOPPED) });
    if (!wechat.checkIsSupportFacialRecognition) return request();
    return wechat.checkIsSupportFacialRecognition({ success: request, fail: () => resolve(UNSUPPORTED) });
  });

/** 人脸核验, in WeChat only and never the only way. */
export const FaceWay = ({ person, onPerson, onProven, onKeep }: WayProps & PersonProps) => {
  const consent = useConsent();
  const faceConsent = useConsent();
  const [ownSlip, setOwnSlip] = useState<Slip | null>(null);
  const [stopped, setStopped] = useState<string | null>(null);
  const finish = useAction('identity.finishFace', onProven);
  const start = useAction('identity.startFace', async ({ verifyId }) => {
    if (verifyId === null) return onProven({ outcome: 'undetermined', level: 'account' });
    const why = await scan(verifyId);
    setStopped(why);
    if (why === null) await finish.run({});
  });
  const refused = start.code && start.failure ? { code: start.code, message: start.failure } : null;
  const slip = ownSlip ?? refused;
  const busy = start.busy || finish.busy;
  const prove = () => {
    setStopped(null);
    const wrong = personSlip(person);
    setOwnSlip(wrong);
    const [agreed, agreedToFace] = [consent.demand(), faceConsent.demand()];
    if (!agreed || !agreedToFace || wrong) return;
    const versions = { consent: NOTICE_TEXTS.idNumber.version, faceConsent: NOTICE_TEXTS.face.version };
    void start.run({ ...person, ...versions });
  };
  const elsewhere = slip && !fieldOfSlip(slip.code) ? slip.message : null;
  return (
    <Way id="face" title={PROOF_METHOD_LABELS.face} note="由微信当场比对，要填写姓名和身份证号。">
      <ConsentBox of="face" notice="idNumber" consent={consent} />
      <ConsentBox of="face" notice="face" consent={faceConsent} />
      <PersonFields of="face" person={person} slip={slip} onChange={onPerson} />
      <WayError
        id="face"
        message={stopped ?? finish.failure ?? elsewhere}
        code={finish.code ?? start.code}
        onKeep={onKeep}
      />
      <Button id="prove-face" disabled={busy} onPress={prove}>
        {busy ? '正在核对…' : '开始人脸核验'}
      </Button>
    </Way>
  );
};
