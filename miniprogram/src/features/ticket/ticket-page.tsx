import { APPEAL_STATE_LABELS } from '@shared/domain/appeal-labels';
import { UNDECIDED } from '@shared/domain/appeal-table';
import { sayBasis, TICKET_STEP_LABELS } from '@shared/domain/labels';
import type { TicketRules } from '@shared/domain/ticket';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Card } from '../../components/card';
import { Cell } from '../../components/cell';
import { Fact } from '../../components/fact';
import { TransferClue } from '../clue/transfer-clue';
import { ContactCard } from '../opening/contact-card';
import { AsSaid } from '../rating/as-said';
import { ServedBy } from '../rating/served-by';
import { Flags, HandlingCard, VerdictCard } from './handling-card';
import { HistoryCard } from './history-card';
import type { Ticket } from './move-draft';
import { isHandling } from './moves-now';
import { NextStep } from './next-step';
import { TicketClock } from './ticket-clock';
import './ticket-page.css';

type Props = { readonly ticket: Ticket; readonly rules: TicketRules };

/** Of a rating that is not adopted no time runs on: what was running was stopped, not done. */
const Clocks = ({ ticket: { clocks, state } }: Pick<Props, 'ticket'>) =>
  state === 'setAside' ? (
    <View>工单已经终止，期限不再计算。</View>
  ) : (
    <View>
      {clocks.map((clock) => (
        <TicketClock key={clock.step} label={TICKET_STEP_LABELS[clock.step]} clock={clock} />
      ))}
    </View>
  );

/** 工作人员已申诉, and the way to it. */
const AppealNotice = ({ ticket: { ratingId, appeal } }: Pick<Props, 'ticket'>) =>
  appeal && (
    <View className="cells">
      <Cell
        id="to-appeal"
        title="工作人员已申诉"
        onPress={() => void Taro.navigateTo({ url: `/review/appeal/index?ratingId=${encodeURIComponent(ratingId)}` })}
      >
        <View className="quiet">
          {APPEAL_STATE_LABELS[appeal.state]}
          {UNDECIDED.includes(appeal.state) && '，工单照常办理'}
        </View>
      </Cell>
    </View>
  );

/** 工单 on one page: what to do next, as it was said, what was done, by when, sent where and why, and what happened. */
export const TicketPage = ({ ticket, rules }: Props) => {
  const { ratingId, caseNo, ticketNo, servedBy, unit, routedBy, ratedOn, history, handling, original, followOn } =
    ticket;
  return (
    <View id="ticket">
      <NextStep ticket={ticket} rules={rules} />
      <AppealNotice ticket={ticket} />
      <Flags handling={handling} />
      <AsSaid heading={original ? '现评价' : '评价原话'} said={ticket} />
      {original && <AsSaid heading="修改前的评价" said={{ ...original, photoUrls: [], caseNo: null }} />}
      {ticket.heldFromPublication && (
        <View className="quiet ticket-page__note" id="held">
          文字需人工核对，不公开。
        </View>
      )}
      {!isHandling(ticket) && <TransferClue ratingId={ratingId} comment={ticket.comment} />}
      <ContactCard ratingId={ratingId} caseNo={caseNo} />
      <VerdictCard handling={handling} followOn={followOn} />
      <HandlingCard handling={handling} />
      <Card heading="期限">
        <Clocks ticket={ticket} />
      </Card>
      <Card heading="评价对象">
        <ServedBy servedBy={servedBy} />
        <Fact name="评价日期">{sayDay(ratedOn)}</Fact>
      </Card>
      <Card heading="责任单位">
        <Fact name="单位">{unit}</Fact>
        <Fact name="派单依据">{sayBasis(routedBy)}</Fact>
        <Fact name="工单编号">{ticketNo}</Fact>
      </Card>
      <HistoryCard history={history} />
    </View>
  );
};
