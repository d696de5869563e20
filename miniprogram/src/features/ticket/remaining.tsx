import { sayRemaining } from '@shared/domain/labels';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { Icon, type IconName } from '../../components/icon';
import './remaining.css';

type Remaining = Output<'ticket.list'>['items'][number]['remaining'];
type Props = { readonly remaining: Remaining };
type Urgency = 'late' | 'soon' | 'calm' | 'unknown';

const ICONS: Readonly<Record<Urgency, IconName>> = {
  late: 'warning',
  soon: 'clock',
  calm: 'clock',
  unknown: 'warning',
};

const urgencyOf = (remaining: Remaining): Urgency => {
  if (!remaining) return 'unknown';
  if (remaining.late) return 'late';
  return remaining.workingDays === 0 ? 'soon' : 'calm';
};

/** 剩余时间 in words, with a sign and a colour that say the same. */
export const RemainingTime = ({ remaining }: Props) => {
  const urgency = urgencyOf(remaining);
  return (
    <View className={`remaining remaining--${urgency}`}>
      <Icon name={ICONS[urgency]} className="icon--small remaining__icon" />
      {remaining ? sayRemaining(remaining) : '期限待定：放假安排尚未公布'}
    </View>
  );
};
