import { addDays, type Day, dayOf, sayDay } from '@shared/kernel/time';
import { ChoiceList } from '../../components/choice-list';

const SPANS = [
  { days: 1, title: '今天一天' },
  { days: 3, title: '三天' },
  { days: 7, title: '一周' },
  { days: 15, title: '半个月' },
  { days: 30, title: '三十天' },
] as const;

const lastDay = (days: number): Day => addDays(dayOf(Date.now()), days - 1);

type Props = { readonly label: string; readonly chosen: Day | null; readonly onChoose: (until: Day) => void };

/** How long, counted from today; the last day is shown. One thumb, no calendar. */
export const DayChoice = ({ label, chosen, onChoose }: Props) => (
  <ChoiceList
    label={label}
    choices={SPANS.map(({ days, title }) => ({ value: lastDay(days), title, note: `到${sayDay(lastDay(days))}为止` }))}
    chosen={chosen ?? ''}
    onChoose={onChoose}
  />
);
