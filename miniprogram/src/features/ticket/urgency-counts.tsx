import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import './urgency-counts.css';

type Props = { readonly counts: Output<'ticket.list'>['counts'] };

/** 待办 by urgency. */
export const UrgencyCounts = ({ counts: { late, today, open } }: Props) => {
  const figures = [
    { name: '已超期', value: late, look: late > 0 ? 'counts__figure--late' : '' },
    { name: '今天到期', value: today, look: today > 0 ? 'counts__figure--today' : '' },
    { name: '未办结', value: open, look: '' },
  ];
  return (
    <View className="counts" id="counts">
      {figures.map(({ name, value, look }) => (
        <View key={name} className="counts__one" {...told({ role: 'text', label: `${name} ${value} 件` })}>
          <View className={`counts__figure ${look}`}>{value}</View>
          <View className="quiet">{name}</View>
        </View>
      ))}
    </View>
  );
};
