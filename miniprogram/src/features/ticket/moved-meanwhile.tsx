import { sayDay } from '@shared/kernel/time';
import { Notice } from '../../components/notice';
import type { Ticket } from './move-draft';

type Props = {
  readonly ticket: Pick<Ticket, 'history'>;
  readonly hasWords: boolean;
  readonly what?: string;
};

/** Who did what meanwhile, and that nothing typed is lost. */
export const MovedMeanwhile = ({ ticket: { history }, hasWords, what = '工单' }: Props) => {
  const last = history[history.length - 1];
  const happened = last ? `${sayDay(last.on)} ${last.text}${last.post ? `（${last.post}）` : ''}。` : '';
  return (
    <Notice id="moved-meanwhile" tone="warn">
      {what}刚有变化：{happened}
      {hasWords ? '填写的内容还在，核对后可再次提交。' : '请核对后再办。'}
    </Notice>
  );
};
