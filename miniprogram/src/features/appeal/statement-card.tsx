import { countCharacters, hasReason } from '@shared/domain/rating';
import { REFUSALS, type RefusalCode } from '@shared/kernel/refusals';
import { WORDS_MAX } from '@shared/policy/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { FieldError } from '../../components/field-error';
import { Notice } from '../../components/notice';
import { useAction } from '../../hooks/use-action';
import { useKept } from '../../hooks/use-kept';
import { rulesHere } from '../rating/rules-here';
import { sayKept } from '../refusal/say-kept';
import { WordsField } from '../ticket/words-field';
import './appeal.css';
import type { Told } from './appeal-draft';
import { RuleOfDays } from './rule-of-days';
import { isAsked } from './told-stage';
import { sayAsked } from './told-words';

type Props = { readonly told: Told; readonly onGiven: () => Promise<void> };

const NOTHING = { words: '' };

const faultOf = (words: string): RefusalCode | null => {
  if (!hasReason({ tags: [], comment: words })) return 'appeal.wordsMissing';
  return countCharacters(words) > WORDS_MAX.appealWords.value ? 'words.tooLong' : null;
};

const StatementForm = ({ ticketNo, onGiven }: { readonly ticketNo: string; readonly onGiven: () => Promise<void> }) => {
  const { value, change, drop } = useKept(`statement.${ticketNo}`, NOTHING);
  const [error, setError] = useState<RefusalCode | null>(null);
  const giving = useAction('statement.give', async () => {
    drop();
    await onGiven();
  });
  const { words } = value;
  const send = () => {
    const fault = faultOf(words);
    setError(fault);
    if (fault === null) void giving.run({ ticketNo, words });
  };
  return (
    <View>
      <WordsField
        id="statement-words"
        label="当时的情况"
        placeholder="办的什么事，当时怎样处理，有什么可以查证"
        value={words}
        error={error && REFUSALS[error]}
        limit={WORDS_MAX.appealWords.value}
        onInput={(typed) => change({ words: typed })}
      />
      <View className="quiet appeal__note">
        写给办理这张工单的人看，评价人看不到；还可以再改。请不要猜测是谁评价的。
      </View>
      <FieldError id="statement-error" message={sayKept(giving)} />
      <View className="appeal__send">
        <Button id="give-statement" disabled={giving.busy} onPress={send}>
          {giving.busy ? '正在提交…' : '提交说明'}
        </Button>
      </View>
    </View>
  );
};

/** 说明情况: asked for by the unit, or of one's own accord; folded unless it is asked for. */
export const StatementCard = ({ told, onGiven }: Props) => {
  const { ticketNo, place, statement, mayState } = told;
  const asked = isAsked(told);
  const [unfolded, setUnfolded] = useState(false);
  const [given, setGiven] = useState(false);
  const words = statement?.words ?? '';
  if (!mayState && words === '') return null;
  const afterwards = async () => {
    setGiven(true);
    setUnfolded(false);
    await onGiven();
  };
  return (
    <Card id="statement" heading={asked ? '单位请您说明情况' : '我的说明'}>
      {given && (
        <Notice id="statement-given" tone="done">
          已提交，办理工单的人会看到。
        </Notice>
      )}
      {asked && (
        <View>
          <View>{sayAsked(statement?.dueAt ?? null, Date.now())}</View>
          <RuleOfDays
            id="why-statement"
            rule={rulesHere(place).ticket.statementWithin}
            from="从单位请您说明的次日起算"
          />
        </View>
      )}
      {words !== '' && <Fact name="说明">{words}</Fact>}
      {!asked && words === '' && <View className="quiet">您可以说明当时的情况，供办理工单的人核实。</View>}
      {mayState && (asked || unfolded) && <StatementForm ticketNo={ticketNo} onGiven={afterwards} />}
      {mayState && !asked && !unfolded && (
        <View className="appeal__send">
          <Button id="unfold-statement" look="plain" onPress={() => setUnfolded(true)}>
            {words === '' ? '说明情况' : '重新说明'}
          </Button>
        </View>
      )}
    </Card>
  );
};
