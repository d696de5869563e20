import { Screen } from '../../components/screen';
import { Binding } from '../../features/administration/binding';

definePageConfig({ navigationBarTitleText: '工作人员绑定' });

/** 工作人员绑定 */
export default function BindingPage() {
  return (
    <Screen title="工作人员绑定">
      <Binding />
    </Screen>
  );
}
