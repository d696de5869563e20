import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import type { Back } from '../rating/identity-step';
import { type Errand, leave } from './errand';
import './way.css';

type Props = { readonly errand: Errand; readonly isDone: boolean; readonly changes: Back['changes'] };

/** The way on: to the rating that waits, with or without 实名 as the place allows. */
export const IdentityFooter = ({ errand, isDone, changes }: Props) => {
  if (isDone) {
    const label = errand.entry ? (errand.sends ? '提交评价' : '返回评价') : '完成';
    return (
      <Button id="go-on" onPress={() => leave(errand, changes)}>
        {label}
      </Button>
    );
  }
  if (errand.demand !== 'encouraged' || !errand.sends) return null;
  return (
    <View className="identity-footer">
      <Button id="go-without" look="plain" onPress={() => leave(errand)}>
        暂不实名，直接提交
      </Button>
    </View>
  );
};
