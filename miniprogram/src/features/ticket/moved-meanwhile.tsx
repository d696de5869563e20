import { sayDay } from '@shared/kernel/time';
import { Notice } from '../../components/notice';
import type { Ticket } from './move-draft';

type Props = Pick<Ticket, 'history'> & { readonly what: '工单' | '申诉'; readonly hasWords: boolean };

/** Who did what meanwhile, and that nothing typed is lost. */
export const MovedMeanwhile = ({ what, history, hasWords }: Props) => {
  const last = history[history.length - 1];
  const said = last ? `${sayDay(last.on)} ${last.text}${last.post ? `（${last.post}）` : ''}。` : '';
  return (
    <Notice id="moved-meanwhile" tone="warn">
      {what}刚有变化：{said}
      {hasWords ? '填写的内容还在，核对后可再次提交。' : '请核对后再办。'}
    </Notice>
  );
};
