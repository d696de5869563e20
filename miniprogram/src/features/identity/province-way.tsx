import { PROOF_METHOD_LABELS } from '@shared/domain/identity-labels';
import { NOTICE_TEXTS } from '@shared/policy/notices';
import { Button } from '../../components/button';
import { useAction } from '../../hooks/use-action';
import { ConsentBox, useConsent } from './consent-box';
import { type Errand, queryOfErrand } from './errand';
import { goToProvince } from './province-journey';
import { Way } from './way';
import { WayError, type WayProps } from './way-error';

type Props = Pick<WayProps, 'onKeep'> & { readonly errand: Errand };

/** 省统一身份认证: its page says who he is and brings him back. */
export const ProvinceWay = ({ errand, onKeep }: Props) => {
  const consent = useConsent();
  const { version } = NOTICE_TEXTS.idNumber;
  const start = useAction('identity.startProvince', ({ link }) =>
    goToProvince(link, { query: queryOfErrand(errand), consent: version }),
  );
  return (
    <Way id="province" title={PROOF_METHOD_LABELS.province} note="到省统一身份认证登录，再回到这里。">
      <ConsentBox of="province" notice="idNumber" consent={consent} />
      <WayError id="province" message={start.failure} code={start.code} onKeep={onKeep} />
      <Button
        id="go-to-province"
        disabled={start.busy}
        onPress={() => {
          if (consent.demand()) void start.run({ consent: version });
        }}
      >
        去登录
      </Button>
    </Way>
  );
};
