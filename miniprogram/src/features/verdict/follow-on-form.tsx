import { countCharacters, hasReason } from '@shared/domain/rating';
import { REFUSALS, type RefusalCode } from '@shared/kernel/refusals';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { TextArea } from '../../components/text-area';
import { useAction } from '../../hooks/use-action';
import { useKept } from '../../hooks/use-kept';
import { rulesHere } from '../rating/rules-here';
import { sayKept } from '../refusal/say-kept';
import { ConfirmWords } from './confirm-words';

type Props = {
  readonly rating: Pick<Output<'rating.show'>, 'ratingId' | 'place'>;
  readonly onSent: () => void;
};

const NOTHING = { words: '' };

/** 追评: folded until it is wanted; once. */
export const FollowOnForm = ({ rating: { ratingId, place }, onSent }: Props) => {
  const { value, change, drop } = useKept(`follow-on.${ratingId}`, NOTHING);
  const [unfolded, setUnfolded] = useState(value.words !== '');
  const [error, setError] = useState<RefusalCode | null>(null);
  const [confirms, setConfirms] = useState(false);
  const sending = useAction('rating.followOn', () => {
    setConfirms(false);
    drop();
    onSent();
  });
  const { words } = value;
  const limit = rulesHere(place).rating.commentMaxCharacters.value;
  const next = () => {
    const tooLong = countCharacters(words) > limit ? 'rating.commentTooLong' : null;
    const refused = hasReason({ tags: [], comment: words }) ? tooLong : 'rating.followOnMissing';
    setError(refused);
    setConfirms(refused === null);
  };
  if (!unfolded) {
    return (
      <Button id="unfold-follow-on" look="plain" onPress={() => setUnfolded(true)}>
        追加评价
      </Button>
    );
  }
  return (
    <Card id="follow-on" heading="追加评价">
      <View className="quiet">办结以后可以追加一次，先前的评价不变。</View>
      <FieldError id="follow-on-error" message={error && REFUSALS[error]} />
      <TextArea
        id="follow-on-words"
        label="追加的话"
        value={words}
        placeholder="整改以后情况怎样"
        count={countCharacters(words)}
        limit={limit}
        onInput={(typed) => change({ words: typed })}
      />
      <View className="verdict__send">
        <Button id="send-follow-on" onPress={next}>
          提交追评
        </Button>
      </View>
      {confirms && (
        <ConfirmWords
          title="将要追加的评价"
          facts={[]}
          words={words}
          note="只能追加一次，提交后不能修改。窗口人员看不到您是谁。"
          busy={sending.busy}
          failure={sayKept(sending)}
          onSend={() => void sending.run({ ratingId, words })}
          onBack={() => setConfirms(false)}
        />
      )}
    </Card>
  );
};
