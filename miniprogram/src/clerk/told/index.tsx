import { Screen } from '../../components/screen';
import { ToldList } from '../../features/appeal/told-list';

definePageConfig({ navigationBarTitleText: '对我的差评', enablePullDownRefresh: true });

/** 对我的差评 of the clerk who looks. */
export default function ToldPage() {
  return (
    <Screen title="对我的差评">
      <ToldList />
    </Screen>
  );
}
