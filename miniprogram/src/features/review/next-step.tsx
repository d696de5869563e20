import type { AppealRules } from '@shared/domain/appeal';
import { APPEAL_STATE_LABELS, CONFLICT_LABELS } from '@shared/domain/appeal-labels';
import { View } from '@tarojs/components';
import { Card } from '../../components/card';
import { Notice } from '../../components/notice';
import { DueTime } from '../ticket/due-time';
import { WhyThisDeadline } from '../ticket/why-this-deadline';
import { mustStepAside, type Shown } from './review-moves';
import { sayNext } from './review-words';

type Props = { readonly shown: Shown; readonly rules: AppealRules };

/** What is to be done next, by when, and why by then. */
export const NextStep = ({ shown, rules }: Props) => {
  const { state, clock } = shown.appeal;
  return (
    <Card id="next-step" heading={APPEAL_STATE_LABELS[state]}>
      <View className="as-typed">{sayNext(shown, rules)}</View>
      {clock && <DueTime dueAt={clock.dueAt} remaining={clock.remaining} />}
      {clock?.why && <WhyThisDeadline step={clock.step} why={clock.why} />}
    </Card>
  );
};

/** 回避 */
export const StepAside = ({ shown }: Pick<Props, 'shown'>) =>
  shown.conflict !== null && mustStepAside(shown) ? (
    <Notice id="conflict" tone="warn">
      您与这件申诉有关，应当回避：{CONFLICT_LABELS[shown.conflict]}。请由另一位监督人员办理。
    </Notice>
  ) : null;
