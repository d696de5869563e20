import { PROOF_METHOD_LABELS } from '@shared/domain/identity-labels';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { useAction } from '../../hooks/use-action';
import { ConsentBox, useConsent } from './consent-box';
import { PhoneButton, type PhoneFailure } from './phone-button';
import { PrivacySheet } from './privacy-sheet';
import { Way } from './way';
import { WayError, type WayProps } from './way-error';

const SENTENCES: Readonly<Record<PhoneFailure, string>> = {
  denied: '您没有授权手机号。可以再点一次，或换一种方式。',
  noQuota: '微信手机号今天不能使用，请换一种方式。',
  privacy: '您没有同意微信的隐私保护指引，取不到手机号。可以再点一次，或换一种方式。',
  failed: '没有取得手机号，请重试，或换一种方式。',
};

/** 微信手机号 */
export const PhoneWay = ({ onProven, onKeep }: WayProps) => {
  const consent = useConsent();
  const [failure, setFailure] = useState<PhoneFailure | null>(null);
  const { run, busy, failure: refused, code } = useAction('identity.provePhone', onProven);
  const prove = (phoneCode: string) => {
    setFailure(null);
    void run({ code: phoneCode, consent: NOTICE_TEXTS.phone.version });
  };
  return (
    <Way id="phone" title={PROOF_METHOD_LABELS.wechatPhone} note="点一下授权，不用填写。" startsOpen>
      <ConsentBox of="phone" notice="phone" consent={consent} />
      <WayError id="phone" message={failure ? SENTENCES[failure] : refused} code={code} onKeep={onKeep} />
      <View className="way__submit">
        {consent.given ? (
          <PhoneButton busy={busy} onCode={prove} onFailed={setFailure} />
        ) : (
          <Button id="phone-button" onPress={consent.demand}>
            使用微信手机号
          </Button>
        )}
      </View>
      {failure === 'privacy' && <PrivacySheet onAgreed={() => setFailure(null)} onClose={() => setFailure('denied')} />}
    </Way>
  );
};
