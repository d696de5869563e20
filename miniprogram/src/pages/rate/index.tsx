import { useRouter } from '@tarojs/taro';
import { entryOf } from '../../features/rating/entry';
import { Rate } from '../../features/rating/rate';

definePageConfig({ navigationBarTitleText: '评价' });

/** 评价页: opened by a window's code (`scene`, `q`) or for one service that waits (`serviceKey`). */
export default function RatePage() {
  return <Rate entry={entryOf(useRouter().params)} />;
}
