import { sayBasis, TICKET_STATE_LABELS } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { Timeline } from '../../components/timeline';
import { ContactCard } from '../opening/contact-card';
import { AsSaid } from '../rating/as-said';
import { ServedBy } from '../rating/served-by';
import { TicketClock } from './ticket-clock';
import './ticket-page.css';

type Props = { readonly ticket: Output<'ticket.show'> };

/** 工单 on one page: as it was said, by when, sent where and why, and what happened. Who rated has to be asked for. */
export const TicketPage = ({ ticket }: Props) => {
  const { ratingId, caseNo, state, ticketNo, servedBy, unit, routedBy, ratedOn, clocks, history } = ticket;
  return (
    <View id="ticket">
      <AsSaid heading={`评价原话 · ${TICKET_STATE_LABELS[state]}`} said={ticket} />
      {ticket.heldFromPublication && (
        <View className="quiet ticket-page__for-now" id="held">
          文字需人工核对，不公开。
        </View>
      )}
      <Card heading="期限">
        {clocks.map((clock) => (
          <TicketClock key={clock.step} clock={clock} />
        ))}
      </Card>
      <View className="quiet ticket-page__for-now">
        本版可查看工单与期限、联系评价人；签收、整改等操作将在后续版本提供。
      </View>
      <ContactCard ratingId={ratingId} caseNo={caseNo} />
      <Card heading="评价对象">
        <ServedBy servedBy={servedBy} />
        <Fact name="评价日期">{sayDay(ratedOn)}</Fact>
      </Card>
      <Card heading="责任单位">
        <Fact name="单位">{unit}</Fact>
        <Fact name="派单依据">{sayBasis(routedBy)}</Fact>
        <Fact name="工单编号">{ticketNo}</Fact>
      </Card>
      <Card heading="经过">
        <Timeline entries={history.map(({ on, text }) => ({ key: `${on}${text}`, when: sayDay(on), text }))} />
      </Card>
    </View>
  );
};
