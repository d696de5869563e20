import { REFUSALS } from '@shared/kernel/refusals';
import Taro, { useRouter } from '@tarojs/taro';
import { Refused } from '../../components/refused';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { RefusedPage } from '../../features/refusal/refused-page';
import { ChangeForm } from '../../features/verdict/change-form';
import { useAnswer } from '../../hooks/use-answer';

definePageConfig({ navigationBarTitleText: '修改评价' });

const back = (ratingId: string) =>
  Taro.getCurrentPages().length > 1
    ? Taro.navigateBack()
    : Taro.redirectTo({ url: `/mine/progress/index?ratingId=${encodeURIComponent(ratingId)}` });

/** 修改评价 of one's own rating `ratingId`. */
export default function ChangePage() {
  const ratingId = decodeURIComponent(useRouter().params.ratingId ?? '');
  const { loaded, reload } = useAnswer('rating.show', { ratingId });
  if (loaded.state !== 'ready') {
    return (
      <Screen title="修改评价">
        {loaded.state === 'loading' && <Skeleton lines={6} />}
        {loaded.state === 'refused' && <RefusedPage refusal={loaded.refusal} onRetry={reload} />}
      </Screen>
    );
  }
  const { changeUntil, original } = loaded.value;
  const tooLate = original ? REFUSALS['rating.changedAlready'] : REFUSALS['rating.changeTooLate'];
  return (
    <Screen title="修改评价">
      {changeUntil === null ? (
        <Refused message={tooLate} />
      ) : (
        <ChangeForm rating={{ ...loaded.value, changeUntil }} onChanged={() => void back(ratingId)} />
      )}
    </Screen>
  );
}
