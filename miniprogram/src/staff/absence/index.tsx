import { Screen } from '../../components/screen';
import { Absence } from '../../features/deputy/absence';

definePageConfig({ navigationBarTitleText: '请假与代理' });

/** 请假与代理 of the 责任人员 himself. */
export default function AbsencePage() {
  return (
    <Screen title="请假与代理">
      <Absence />
    </Screen>
  );
}
