import { sayDay } from '@shared/kernel/time';
import { Card } from '../../components/card';
import { Timeline } from '../../components/timeline';
import type { Ticket } from './move-draft';

type Props = Pick<Ticket, 'history'> & { readonly id?: string; readonly heading?: string };
type Line = Ticket['history'][number];

const sayLine = ({ text, post, words }: Line): string =>
  `${text}${post ? `（${post}）` : ''}${words ? `\n${words}` : ''}`;

/** 经过: what happened, by which post, with the words given. */
export const HistoryCard = ({ history, id = 'history', heading = '经过' }: Props) => (
  <Card heading={heading} id={id}>
    <Timeline
      entries={history.map((line, index) => ({ key: `${index}`, when: sayDay(line.on), text: sayLine(line) }))}
    />
  </Card>
);
