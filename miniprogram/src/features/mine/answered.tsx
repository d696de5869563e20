import { VERDICT_LABELS } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import { PhotoStrip } from '../rating/photo-strip';

type Props = { readonly rating: Pick<Output<'rating.show'>, 'result' | 'verdict' | 'followOn'> };

/** What came of it: 整改结果 and 答复 once they are verified, and what the rater has said to them. */
export const Answered = ({ rating: { result, verdict, followOn } }: Props) => (
  <View>
    {result && (
      <Card id="result" heading="整改结果和答复">
        <View className="as-typed">{result.reply}</View>
        <PhotoStrip urls={result.photoUrls} />
      </Card>
    )}
    {verdict && (
      <Card id="judged" heading="我的评定">
        <Fact name="评定">{VERDICT_LABELS[verdict.level]}</Fact>
        {verdict.words !== '' && <Fact name="我的话">{verdict.words}</Fact>}
      </Card>
    )}
    {followOn !== null && (
      <Card id="followed-on" heading="我的追评">
        <View className="as-typed">{followOn}</View>
      </Card>
    )}
  </View>
);
