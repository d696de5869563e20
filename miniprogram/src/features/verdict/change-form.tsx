import { LEVEL_LABELS } from '@shared/domain/labels';
import { checkDraft, countCharacters, isBad, type RatingLevel, saysTheSame } from '@shared/domain/rating';
import { REFUSALS } from '@shared/kernel/refusals';
import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../api/actions';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { FieldError } from '../../components/field-error';
import { TextArea } from '../../components/text-area';
import { useAction } from '../../hooks/use-action';
import { useKept } from '../../hooks/use-kept';
import { LevelQuestion } from '../rating/level-question';
import { rulesHere } from '../rating/rules-here';
import { TagChoice } from '../rating/tag-choice';
import { sayKept } from '../refusal/say-kept';
import { ConfirmWords } from './confirm-words';

type Rating = Output<'rating.show'> & { readonly changeUntil: number };
type Props = { readonly rating: Rating; readonly onChanged: () => void };
type Said = { readonly level: RatingLevel; readonly tags: readonly string[]; readonly comment: string };
type Rules = ReturnType<typeof rulesHere>;

/** The rating as it stands, with the codes of its tags where the dictionary still has them. */
const asItStands = ({ level, tags: texts, comment }: Rating, { tags: { tags } }: Rules): Said => ({
  level,
  tags: tags.filter((tag) => tag.level === level && texts.includes(tag.text)).map(({ code }) => code),
  comment,
});

const noteOf = ({ level }: Said, { ticketState }: Rating, { rating }: Rules): string => {
  const once = '只能修改一次，提交后不能再改；原来的评价会留在档案里。';
  if (isBad(level, rating)) return ticketState === null ? `责任单位会核实、整改并联系您。${once}` : once;
  return ticketState === null || ticketState === 'closed' ? once : `已经派出的工单照常办理。${once}`;
};

/** 修改评价: the form of the rating, filled in with what was said. */
export const ChangeForm = ({ rating, onChanged }: Props) => {
  const rules = rulesHere(rating.place);
  const before = asItStands(rating, rules);
  const { value: said, change, drop } = useKept<Said>(`change.${rating.ratingId}`, before);
  const [error, setError] = useState<string | null>(null);
  const [confirms, setConfirms] = useState(false);
  const changing = useAction('rating.change', () => {
    setConfirms(false);
    drop();
    onChanged();
  });
  const bad = isBad(said.level, rules.rating);
  const tags = rules.tags.tags.filter((tag) => tag.level === said.level);
  const ofLevel = { ...said, tags: said.tags.filter((code) => tags.some((tag) => tag.code === code)) };
  const edit = (changes: Partial<Said>) => {
    setError(null);
    change(changes);
  };
  const next = () => {
    const checked = checkDraft({ ...ofLevel, photos: [] }, rules.rating, rules.tags);
    const refused = checked.ok ? (saysTheSame(before, checked.value) ? 'rating.unchanged' : null) : checked.code;
    setError(refused && REFUSALS[refused]);
    setConfirms(refused === null);
  };
  const tagTexts = tags.filter(({ code }) => ofLevel.tags.includes(code)).map(({ text }) => text);
  return (
    <View id="change">
      <View className="quiet" id="change-until">
        {sayMoment(rating.changeUntil)} 前可以改一次。
      </View>
      <LevelQuestion level={said.level} error={null} onChoose={(level) => edit({ level })} />
      <Card heading={bad ? '哪里不满意？（请选择标签或填写原因）' : '想说的话（可选）'}>
        <TagChoice key={said.level} tags={tags} chosen={ofLevel.tags} onChange={(chosen) => edit({ tags: chosen })} />
        <TextArea
          id="comment"
          label={bad ? '原因' : '想说的话'}
          value={said.comment}
          placeholder={bad ? '原因：发生了什么，希望怎样改进' : '想说的话'}
          count={countCharacters(said.comment)}
          limit={rules.rating.commentMaxCharacters.value}
          onInput={(comment) => edit({ comment })}
        />
      </Card>
      <FieldError id="change-error" message={error} />
      <View className="verdict__send">
        <Button id="send-change" onPress={next}>
          提交修改
        </Button>
      </View>
      {confirms && (
        <ConfirmWords
          title="修改后的评价"
          facts={[
            { name: '等级', text: LEVEL_LABELS[said.level] },
            ...(tagTexts.length > 0 ? [{ name: '标签', text: tagTexts.join('、') }] : []),
          ]}
          words={said.comment}
          note={noteOf(said, rating, rules)}
          busy={changing.busy}
          failure={sayKept(changing)}
          onSend={() =>
            void changing.run({
              ratingId: rating.ratingId,
              level: ofLevel.level,
              tags: [...ofLevel.tags],
              comment: ofLevel.comment,
            })
          }
          onBack={() => setConfirms(false)}
        />
      )}
    </View>
  );
};
