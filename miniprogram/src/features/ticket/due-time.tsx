import { sayRemaining } from '@shared/domain/labels';
import { sayMoment } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Icon, type IconName } from '../../components/icon';
import './due-time.css';

type Props = Pick<Output<'ticket.list'>['items'][number], 'dueAt' | 'remaining'>;
type Urgency = 'late' | 'soon' | 'calm' | 'unknown';

const ICONS: Readonly<Record<Urgency, IconName>> = {
  late: 'warning',
  soon: 'clock',
  calm: 'clock',
  unknown: 'warning',
};

const urgencyOf = ({ dueAt, remaining }: Props): Urgency => {
  if (dueAt === null) return 'unknown';
  if (remaining?.late) return 'late';
  return remaining?.workingDays === 0 ? 'soon' : 'calm';
};

/** 11月24日 17:30 前 · 还剩 1 个工作日 3 小时: the parts between which a line may end. */
const partsOf = ({ dueAt, remaining }: Props): readonly string[] => {
  if (dueAt === null) return ['期限待定：放假安排尚未公布'];
  const by = `${sayMoment(dueAt)} 前`;
  return remaining ? [`${by} ·`, sayRemaining(remaining)] : [by];
};

/** By when, and how long that is from now, with a sign and a colour that say the same. */
export const DueTime = (props: Props) => {
  const urgency = urgencyOf(props);
  return (
    <View className={`due-time due-time--${urgency}`}>
      <Icon name={ICONS[urgency]} className="icon--small due-time__icon" />
      <View className="due-time__text">
        {partsOf(props).map((part) => (
          <View key={part} className="due-time__part">
            {part}
          </View>
        ))}
      </View>
    </View>
  );
};
