import { countCharacters, hasReason } from '@shared/domain/rating';
import { REFUSALS, type RefusalCode } from '@shared/kernel/refusals';
import { WORDS_MAX } from '@shared/policy/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { TextArea } from '../../components/text-area';
import { useAction } from '../../hooks/use-action';
import { useKept } from '../../hooks/use-kept';
import { sayKept } from '../refusal/say-kept';
import { ConfirmWords } from './confirm-words';

type Props = { readonly ratingId: string; readonly onSent: () => void };

const NOTHING = { words: '' };
const LIMIT = WORDS_MAX.appealWords.value;

const faultOf = (words: string): RefusalCode | null => {
  if (!hasReason({ tags: [], comment: words })) return 'appeal.wordsMissing';
  return countCharacters(words) > LIMIT ? 'words.tooLong' : null;
};

/** 提出异议, once: folded until it is wanted. */
export const ObjectionForm = ({ ratingId, onSent }: Props) => {
  const { value, change, drop } = useKept(`objection.${ratingId}`, NOTHING);
  const [unfolded, setUnfolded] = useState(value.words !== '');
  const [error, setError] = useState<RefusalCode | null>(null);
  const [confirms, setConfirms] = useState(false);
  const objecting = useAction('rating.object', () => {
    setConfirms(false);
    drop();
    onSent();
  });
  const { words } = value;
  const next = () => {
    const fault = faultOf(words);
    setError(fault);
    setConfirms(fault === null);
  };
  if (!unfolded) {
    return (
      <View className="verdict__fold">
        <Button id="unfold-objection" look="plain" onPress={() => setUnfolded(true)}>
          提出异议
        </Button>
      </View>
    );
  }
  return (
    <Card id="objection" heading="提出异议">
      <View className="quiet">写给复核的人看，被评价的工作人员看不到您写的话，也看不到您是谁。</View>
      <FieldError id="objection-error" message={error && REFUSALS[error]} />
      <TextArea
        id="objection-words"
        label="不同意的理由"
        value={words}
        placeholder="哪里与事实不符，有什么可以查证"
        count={countCharacters(words)}
        limit={LIMIT}
        onInput={(typed) => {
          setError(null);
          change({ words: typed });
        }}
      />
      <View className="verdict__send">
        <Button id="send-objection" onPress={next}>
          提交异议
        </Button>
      </View>
      {confirms && (
        <ConfirmWords
          title="将要提交的异议"
          facts={[]}
          words={words}
          note="只能提出一次，提交后不能修改。"
          busy={objecting.busy}
          failure={sayKept(objecting)}
          onSend={() => void objecting.run({ ratingId, words })}
          onBack={() => setConfirms(false)}
        />
      )}
    </Card>
  );
};
