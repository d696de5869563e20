import { addMonths, type Month, sayMonth } from '@shared/kernel/time';
import { View } from '@tarojs/components';
import { told } from '../../components/accessible';
import { Button } from '../../components/button';
import './month-switch.css';

const MONTHS_BACK = 12;

type Props = { readonly month: Month; readonly thisMonth: Month; readonly onTurn: (month: Month) => void };

/** One month at a time, back to the same month of last year. */
export const MonthSwitch = ({ month, thisMonth, onTurn }: Props) => (
  <View className="month">
    <View className="month__side">
      {month > addMonths(thisMonth, -MONTHS_BACK) && (
        <Button id="month-before" look="link" onPress={() => onTurn(addMonths(month, -1))}>
          上个月
        </Button>
      )}
    </View>
    <View id="month" className="month__name" {...told({ role: 'heading', level: 2, live: 'polite' })}>
      {sayMonth(month)}
    </View>
    <View className="month__side">
      {month < thisMonth && (
        <Button id="month-after" look="link" onPress={() => onTurn(addMonths(month, 1))}>
          下个月
        </Button>
      )}
    </View>
  </View>
);
