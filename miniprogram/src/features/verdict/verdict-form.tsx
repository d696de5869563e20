import { VERDICTS, type VerdictLevel } from '@shared/domain/handling';
import { VERDICT_LABELS } from '@shared/domain/labels';
import { countCharacters } from '@shared/domain/rating';
import { REFUSALS, type RefusalCode } from '@shared/kernel/refusals';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceList } from '../../components/choice-list';
import { FieldError } from '../../components/field-error';
import { TextArea } from '../../components/text-area';
import { useAction } from '../../hooks/use-action';
import { useKept } from '../../hooks/use-kept';
import { rulesHere } from '../rating/rules-here';
import { sayKept } from '../refusal/say-kept';
import { ConfirmWords } from './confirm-words';

const QUESTION = '您对整改结果满意吗？';
const CLOSES = '工单办结。';
const AGAIN = '退回责任单位重新办理一次。';
const USED_UP = '已经重新办理过，工单如实办结，您的评定会留在档案里。';

type Rating = Pick<Output<'rating.show'>, 'ratingId' | 'mayReopen' | 'place'>;
type Props = { readonly rating: Rating; readonly onJudged: () => void };
type Kept = { readonly verdict: VerdictLevel | ''; readonly words: string };

const NOTHING: Kept = { verdict: '', words: '' };

/** What each verdict leads to, said beside it and once more before it is sent. */
const outcomeOf = (verdict: VerdictLevel, mayReopen: boolean): string => {
  if (verdict !== 'dissatisfied') return CLOSES;
  return mayReopen ? AGAIN : USED_UP;
};

/** 评定整改结果: three answers that look the same, words if one likes, and a last look before it goes. */
export const VerdictForm = ({ rating: { ratingId, mayReopen, place }, onJudged }: Props) => {
  const { value, change, drop } = useKept(`verdict.${ratingId}`, NOTHING);
  const [error, setError] = useState<RefusalCode | null>(null);
  const [confirms, setConfirms] = useState(false);
  const judging = useAction('rating.judge', () => {
    setConfirms(false);
    drop();
    onJudged();
  });
  const { verdict, words } = value;
  const limit = rulesHere(place).rating.commentMaxCharacters.value;
  const next = () => {
    const tooLong = countCharacters(words) > limit ? 'rating.commentTooLong' : null;
    const refused = verdict === '' ? 'rating.verdictMissing' : tooLong;
    setError(refused);
    setConfirms(refused === null);
  };
  return (
    <Card id="verdict" heading={QUESTION}>
      <FieldError id="verdict-error" message={error && REFUSALS[error]} />
      <ChoiceList
        label={QUESTION}
        choices={VERDICTS.map((level) => ({
          value: level,
          title: VERDICT_LABELS[level],
          note: outcomeOf(level, mayReopen),
        }))}
        chosen={verdict}
        onChoose={(chosen) => {
          setError(null);
          change({ verdict: chosen as VerdictLevel });
        }}
      />
      <TextArea
        id="verdict-words"
        label="想说的话（可选）"
        value={words}
        placeholder="想说的话（可选）"
        count={countCharacters(words)}
        limit={limit}
        onInput={(typed) => change({ words: typed })}
      />
      <View className="verdict__send">
        <Button id="judge" onPress={next}>
          提交评定
        </Button>
      </View>
      {confirms && verdict !== '' && (
        <ConfirmWords
          title="将要提交的评定"
          facts={[{ name: '评定', text: VERDICT_LABELS[verdict] }]}
          words={words}
          note={`${outcomeOf(verdict, mayReopen)}评定提交后不能修改。`}
          busy={judging.busy}
          failure={sayKept(judging)}
          onSend={() => void judging.run({ ratingId, verdict, words })}
          onBack={() => setConfirms(false)}
        />
      )}
    </Card>
  );
};
