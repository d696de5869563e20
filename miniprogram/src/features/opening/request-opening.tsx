import type { OpeningPurpose } from '@shared/domain/identity';
import { OPENING_PURPOSE_LABELS } from '@shared/domain/identity-labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Fact } from '../../components/fact';
import { FieldError } from '../../components/field-error';
import { Skeleton } from '../../components/skeleton';
import { useAction } from '../../hooks/use-action';
import { useAnswer } from '../../hooks/use-answer';
import './opening.css';
import { HOLDS, STATE_WORDS } from './opening-words';

type Props = { readonly ratingId: string; readonly purpose: OpeningPurpose };

/** 申请查看, and what became of the last one about this rating. */
export const RequestOpening = ({ ratingId, purpose }: Props) => {
  const { loaded, reload } = useAnswer('opening.list', {});
  const request = useAction('opening.request', () => void reload());
  if (loaded.state === 'loading') return <Skeleton lines={3} />;
  if (loaded.state === 'refused') return <FieldError id="request-error" message={loaded.refusal.message} />;
  const last = loaded.value.items.find((opening) => opening.isOwn && opening.ratingId === ratingId);
  return (
    <View id="request">
      <View className="opening__note">
        查看完整身份须经另一位监督人员同意。同意后{HOLDS}内，您可以在这张工单上查看。
      </View>
      {last ? (
        <Fact name="申请">
          {sayDay(last.requestedOn)}，{OPENING_PURPOSE_LABELS[last.purpose]}：{STATE_WORDS[last.state]}
        </Fact>
      ) : (
        <Fact name="用途">{OPENING_PURPOSE_LABELS[purpose]}</Fact>
      )}
      <FieldError id="request-error" message={request.failure} />
      <View className="opening__note">
        {last?.state !== 'awaitingSecond' && (
          <Button id="request-opening" disabled={request.busy} onPress={() => void request.run({ ratingId, purpose })}>
            {request.busy ? '正在提交…' : '申请查看（需另一人同意）'}
          </Button>
        )}
      </View>
    </View>
  );
};
