import { FILTER_LABELS, type TicketFilter } from '@shared/domain/ticket-filters';
import { View } from '@tarojs/components';
import type { Output } from '../../api/actions';
import { told } from '../../components/accessible';
import { Chip } from '../../components/chip';
import './filter-chips.css';

type List = Output<'ticket.list'>;
type Props = Pick<List, 'filters' | 'counts'> & {
  readonly chosen: TicketFilter;
  readonly onChoose: (filter: TicketFilter) => void;
};

const labelOf = (filter: TicketFilter, counts: List['counts']): string =>
  filter === 'closed' ? FILTER_LABELS[filter] : `${FILTER_LABELS[filter]} ${counts[filter]}`;

/** Which tickets to list, one at a time; the row can be pushed sideways. */
export const FilterChips = ({ filters, counts, chosen, onChoose }: Props) => (
  <View className="filter-chips" id="filters" {...told({ role: 'radiogroup', label: '筛选' })}>
    {filters.map((filter) => (
      <Chip
        key={filter}
        id={`filter-${filter}`}
        role="radio"
        label={labelOf(filter, counts)}
        chosen={filter === chosen}
        onToggle={() => onChoose(filter)}
      />
    ))}
  </View>
);
