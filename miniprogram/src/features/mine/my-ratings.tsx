import { LEVEL_LABELS, TICKET_STATE_LABELS } from '@shared/domain/labels';
import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import { Cell } from '../../components/cell';
import { Empty } from '../../components/empty';
import './mine.css';

type MyRating = Output<'rating.mine'>['items'][number];
type Props = { readonly ratings: readonly MyRating[] };

const show = (ratingId: string) =>
  Taro.navigateTo({ url: `/mine/progress/index?ratingId=${encodeURIComponent(ratingId)}` });

const Line = ({ rating: { level, ticketState } }: { readonly rating: MyRating }) => (
  <View className="mine__line">
    <View className="mine__level">{LEVEL_LABELS[level]}</View>
    {ticketState && <View className="mine__state">{TICKET_STATE_LABELS[ticketState]}</View>}
  </View>
);

/** 已评价, newest first. */
export const MyRatings = ({ ratings }: Props) => (
  <View>
    <View className="section" {...told({ role: 'heading', level: 2 })}>
      已评价
    </View>
    {ratings.length === 0 ? (
      <Empty message="还没有评价。办完事后，扫一扫窗口二维码就可以评价。" />
    ) : (
      <View className="cells" id="my-ratings">
        {ratings.map((rating) => (
          <Cell key={rating.ratingId} title={<Line rating={rating} />} onPress={() => void show(rating.ratingId)}>
            <View className="quiet as-typed">
              {rating.servedBy.center} {rating.servedBy.window}
            </View>
            {rating.servedBy.item && <View className="quiet as-typed">{rating.servedBy.item}</View>}
            <View className="quiet">
              {sayMoment(rating.ratedAt)} · 回执编号 {rating.receiptNo}
            </View>
          </Cell>
        ))}
      </View>
    )}
  </View>
);
