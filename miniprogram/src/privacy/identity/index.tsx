import { useRouter } from '@tarojs/taro';
import { Button } from '../../components/button';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { errandOf, leave } from '../../features/identity/errand';
import { Identity } from '../../features/identity/identity';
import { RefusedPage } from '../../features/refusal/refused-page';
import { useAnswer } from '../../hooks/use-answer';

definePageConfig({ navigationBarTitleText: '实名' });

/** 实名, for a rating that waits (`scene`, `serviceKey`) or by oneself; `code` and `state` come from the province. */
export default function IdentityPage() {
  const { params } = useRouter();
  const errand = errandOf(params);
  const told = (name: 'state' | 'code' | 'consent') => decodeURIComponent(params[name] ?? '');
  const fromProvince = params.state ? { state: told('state'), code: told('code'), consent: told('consent') } : null;
  const { loaded, reload } = useAnswer('identity.mine', {});
  if (loaded.state === 'ready') return <Identity errand={errand} mine={loaded.value} fromProvince={fromProvince} />;
  return (
    <Screen title="实名">
      {loaded.state === 'loading' && <Skeleton lines={6} />}
      {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      {loaded.state === 'refused' && errand.sends && (
        <Button id="keep-rating" look="plain" onPress={() => leave(errand)}>
          先保存评价，网络恢复后再提交
        </Button>
      )}
    </Screen>
  );
}
