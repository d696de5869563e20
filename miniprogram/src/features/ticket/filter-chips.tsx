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

/** 待办 and 已办结 are always there, as is the chosen one; of the others those with something in them. */
const isShown = (filter: TicketFilter, { counts, chosen }: Pick<Props, 'counts' | 'chosen'>): boolean =>
  filter === 'todo' || filter === 'closed' || filter === chosen || counts[filter] > 0;

/** Which tickets to list, one at a time. */
export const FilterChips = ({ filters, counts, chosen, onChoose }: Props) => (
  <View className="chips filter-chips" id="filters" {...told({ role: 'radiogroup', label: '筛选' })}>
    {filters
      .filter((filter) => isShown(filter, { counts, chosen }))
      .map((filter) => (
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
