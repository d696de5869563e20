import { HistoryCard } from '../ticket/history-card';
import type { OwnAppeal } from './appeal-draft';

type Props = Pick<OwnAppeal, 'history'>;

/** 申诉的经过: what happened, by which post, with the words given. */
export const AppealHistory = ({ history }: Props) => (
  <HistoryCard id="appeal-history" heading="申诉的经过" history={history} />
);
