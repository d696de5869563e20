import { LEVEL_LABELS, TICKET_STATE_LABELS } from '@shared/domain/labels';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import type { Told } from './appeal-draft';
import { DoNotAsk } from './do-not-ask';
import { sayWhen } from './told-words';

type Props = { readonly told: Told };

/** 评价原话, as far as the one who was rated may read it. */
export const ToldRating = ({ told }: Props) => {
  const { level, tags, comment, at, ticketNo, ticketState, on } = told;
  return (
    <Card id="told-rating" heading="对您的评价">
      <Fact name="等级">{LEVEL_LABELS[level]}</Fact>
      {tags.length > 0 && <Fact name="标签">{tags.join('、')}</Fact>}
      {comment !== '' && <Fact name="原因">{comment}</Fact>}
      <Fact name="窗口">
        {at.center} {at.window}
      </Fact>
      <Fact name={on === null ? '月份' : '日期'}>{sayWhen(told)}</Fact>
      <Fact name="工单">
        {ticketNo}（{TICKET_STATE_LABELS[ticketState]}）
      </Fact>
      <DoNotAsk showsMonths={on === null} />
    </Card>
  );
};
