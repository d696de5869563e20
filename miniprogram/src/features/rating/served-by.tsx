import { View } from '@tarojs/components';
import { Fact } from '../../components/fact';
import type { Receipt } from './outgoing';

type Props = { readonly servedBy: Receipt['servedBy'] };

/** 评价对象: where, by whom and in what matter somebody was served. */
export const ServedBy = ({ servedBy: { center, window: windowName, unit, staff, item } }: Props) => (
  <View>
    <Fact name="大厅">{center}</Fact>
    <Fact name="窗口">{windowName}</Fact>
    <Fact name="单位">{unit}</Fact>
    {staff && <Fact name="工作人员">{staff}</Fact>}
    {item && <Fact name="事项">{item}</Fact>}
  </View>
);
