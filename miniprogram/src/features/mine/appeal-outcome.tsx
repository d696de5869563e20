import { dayOf, sayDay, sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Card } from '../../components/card';
import { Fact } from '../../components/fact';
import '../verdict/verdict.css';

type Appeal = NonNullable<Output<'rating.show'>['appeal']>;
type Props = { readonly appeal: Appeal };

/** What was decided, in words that take nobody's side. */
const sayOutcome = ({ isSetAside, objection }: Appeal): string => {
  if (objection && !objection.isDecided) return '您提出了异议，由没有参与原决定的人另行复核，结果在这里告诉您。';
  if (objection) {
    return isSetAside
      ? '您的异议经另行复核，维持原来的决定：这条评价不予采纳，不计入统计。'
      : '您的异议成立，您的评价恢复有效，反映的问题继续办理。';
  }
  return isSetAside
    ? '工作人员提出了申诉，您的评价经两人复核不予采纳，不计入统计。'
    : '工作人员提出过申诉，经两人复核，您的评价有效。';
};

const sayMayObject = ({ mayObject, objectBy }: Appeal): string => {
  if (!mayObject) return '提出异议的时间已过。还有问题可拨打 12345 反映。';
  const until = objectBy === null ? '' : `在 ${sayMoment(objectBy)} 前`;
  return `您不同意的，可以${until}提出一次异议，由没有参与这次决定的人另行复核。`;
};

/** 申诉的结果, as the rater reads it. */
export const AppealOutcome = ({ appeal }: Props) => {
  const { words, at, isSetAside, objection } = appeal;
  return (
    <Card id="appeal-outcome" heading="申诉的结果">
      <View className="verdict__next">{sayOutcome(appeal)}</View>
      <Fact name={objection && !objection.isDecided ? '原理由' : '理由'}>{words}</Fact>
      <Fact name="决定日期">{sayDay(dayOf(at))}</Fact>
      {objection && objection.words !== '' && <Fact name="我的异议">{objection.words}</Fact>}
      {isSetAside && objection === null && <View className="verdict__note">{sayMayObject(appeal)}</View>}
    </Card>
  );
};
