import { APPEAL_STATE_LABELS, APPEAL_STEP_LABELS } from '@shared/domain/appeal-labels';
import { REFUSALS } from '@shared/kernel/refusals';
import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { rulesHere } from '../rating/rules-here';
import { TicketClock } from '../ticket/ticket-clock';
import './appeal.css';
import type { OwnAppeal, Told, Writing } from './appeal-draft';
import { RuleOfDays } from './rule-of-days';
import { awaitedMove } from './told-stage';
import { sayAppealNow } from './told-words';
import type { Doing } from './use-appealing';
import { DOING_LABELS } from './writing-words';

type Props = {
  readonly told: Told;
  /** What is being written now has no button. */
  readonly writing: Writing | null;
  readonly onOpen: (doing: Doing) => void;
};

const ORDER: readonly Exclude<Doing, 'file'>[] = ['supplement', 'insist', 'renew', 'withdraw'];

const Moves = ({ appeal, writing, onOpen }: { readonly appeal: OwnAppeal } & Omit<Props, 'told'>) => {
  const awaited = awaitedMove(appeal);
  return (
    <View>
      {ORDER.filter((move) => appeal.moves.includes(move) && move !== writing).map((move) => (
        <View key={move} className="appeal__send">
          <Button id={`open-${move}`} look={move === awaited ? 'primary' : 'plain'} onPress={() => onOpen(move)}>
            {DOING_LABELS[move]}
          </Button>
        </View>
      ))}
    </View>
  );
};

/** Before there is an appeal: until when, and how the time is counted. */
const NotYet = ({ told, writing, onOpen }: Props) => {
  const { mayAppeal, appealUntil, place } = told;
  if (!mayAppeal) {
    return (
      <Card id="appeal-now" heading="不能再申诉">
        <View>{REFUSALS['appeal.tooLate']}</View>
      </Card>
    );
  }
  return (
    <Card id="appeal-now" heading="可以申诉">
      <View>
        认为这条评价评错了、不是真实的，
        {appealUntil === null ? '可以申诉；放假安排公布后再定期限。' : `${sayMoment(appealUntil)} 前可以申诉。`}
      </View>
      <RuleOfDays id="why-appeal-until" rule={rulesHere(place).ticket.appealWithin} from="从单位签收工单的次日起算" />
      {writing !== 'file' && (
        <View className="appeal__send">
          <Button id="open-file" onPress={() => onOpen('file')}>
            {DOING_LABELS.file}
          </Button>
        </View>
      )}
    </Card>
  );
};

/** Where it stands, by when what happens, and what the clerk can do now. */
export const AppealNow = ({ told, ...props }: Props) => {
  const { appeal } = told;
  if (!appeal) return <NotYet told={told} {...props} />;
  const { clock, history, state } = appeal;
  return (
    <Card id="appeal-now" heading={`申诉：${APPEAL_STATE_LABELS[state]}`}>
      <View className="as-typed">{sayAppealNow(appeal)}</View>
      {state === 'returned' && <Fact name="要补充的">{history.at(-1)?.words}</Fact>}
      {clock && <TicketClock label={APPEAL_STEP_LABELS[clock.step]} clock={clock} />}
      <Moves appeal={appeal} {...props} />
    </Card>
  );
};
