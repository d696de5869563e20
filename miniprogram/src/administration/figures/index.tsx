import { Screen } from '../../components/screen';
import { RebuildFigures } from '../../features/administration/rebuild-figures';

definePageConfig({ navigationBarTitleText: '重新统计' });

/** 重新统计, for the system administrator. */
export default function FiguresPage() {
  return (
    <Screen title="重新统计">
      <RebuildFigures />
    </Screen>
  );
}
