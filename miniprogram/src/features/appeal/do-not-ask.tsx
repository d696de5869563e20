import { View } from '@tarojs/components';
import './appeal.css';

type Props = { readonly showsMonths: boolean };

/** What the clerk does not see, and why. */
export const DoNotAsk = ({ showsMonths }: Props) => (
  <View id="do-not-ask" className="quiet appeal__note">
    看不到是谁评价的，请不要打听。{showsMonths ? '为保护评价人，人少的日子只显示月份。' : ''}
  </View>
);
