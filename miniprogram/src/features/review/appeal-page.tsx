import type { AppealRules } from '@shared/domain/appeal';
import { sayBasis, TICKET_STATE_LABELS } from '@shared/domain/labels';
import { sayDay } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { Notice } from '../../components/notice';
import { ContactCard } from '../opening/contact-card';
import { AsSaid } from '../rating/as-said';
import { ServedBy } from '../rating/served-by';
import { Flags, HandlingCard, VerdictCard } from '../ticket/handling-card';
import { HistoryCard } from '../ticket/history-card';
import { AppealCard, OpinionCard } from './appeal-card';
import { NextStep, StepAside } from './next-step';
import { reviewMoves, type Shown } from './review-moves';
import { Decision, ProposedRuling } from './ruling-card';
import './review.css';

type Props = { readonly shown: Shown; readonly rules: AppealRules };
type ShownProps = Pick<Props, 'shown'>;

/** 请留意: what the numbers say; never a verdict. */
const Signals = ({ shown: { signals } }: ShownProps) =>
  signals.length === 0 ? null : (
    <Notice id="signals" tone="warn">
      <View>请留意：这些只是提示，不是结论。</View>
      {signals.map((signal) => (
        <View key={signal}>{signal}</View>
      ))}
    </Notice>
  );

const Rating = ({ shown }: ShownProps) => (
  <View>
    <AsSaid heading={shown.original ? '现评价' : '评价原话'} said={shown} />
    {shown.original && <AsSaid heading="修改前的评价" said={{ ...shown.original, photoUrls: [], caseNo: null }} />}
  </View>
);

/** 办件记录 */
const CaseLog = ({ shown: { caseLog } }: ShownProps) =>
  caseLog.length === 0 ? null : (
    <Card id="case-log" heading="办件记录">
      {caseLog.map(({ on, name, window: windowName, staff }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may have been done twice, and nothing changes its place.
        <Fact key={index} name={name}>
          {sayDay(on)} {[windowName, staff].filter(Boolean).join(' · ')}
        </Fact>
      ))}
    </Card>
  );

const Route = ({ shown: { appeal, ticket } }: ShownProps) => (
  <Card heading="由谁复核">
    {appeal.unit !== null && <Fact name="审核单位">{appeal.unit}</Fact>}
    <Fact name="复核机构">{appeal.bureau}</Fact>
    <Fact name="依据">{sayBasis(appeal.routedBy)}</Fact>
    <Fact name="申诉编号">{appeal.appealNo}</Fact>
    <Fact name="工单编号">{ticket.ticketNo}</Fact>
    <Fact name="工单">
      {TICKET_STATE_LABELS[ticket.state]}（{ticket.unit}）
    </Fact>
  </Card>
);

/** Who decides may call the rater: nobody else needs to for an appeal. */
const decides = (shown: Shown): boolean => reviewMoves(shown).some((move) => move.startsWith('propose'));

/** 申诉 on one page: what to do next, both sides' words, what was found, what is decided, and what happened. */
export const AppealPage = ({ shown, rules }: Props) => (
  <View id="appeal">
    <NextStep shown={shown} rules={rules} />
    <StepAside shown={shown} />
    <AppealCard shown={shown} rules={rules} />
    <OpinionCard shown={shown} />
    <Rating shown={shown} />
    <Signals shown={shown} />
    {decides(shown) && <ContactCard ratingId={shown.ratingId} caseNo={shown.caseNo} purpose="review" />}
    <Flags handling={shown.handling} />
    <HandlingCard handling={shown.handling} />
    <VerdictCard handling={shown.handling} followOn={shown.followOn} />
    <CaseLog shown={shown} />
    <ProposedRuling shown={shown} rules={rules} />
    <Decision shown={shown} rules={rules} />
    <Card heading="评价对象">
      <ServedBy servedBy={shown.servedBy} />
      <Fact name="评价日期">{sayDay(shown.ratedOn)}</Fact>
    </Card>
    <Route shown={shown} />
    <HistoryCard history={shown.appeal.history} heading="申诉经过" id="appeal-history" />
    <HistoryCard history={shown.ticketHistory} heading="工单经过" id="ticket-history" />
  </View>
);
