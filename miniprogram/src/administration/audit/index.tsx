import { Screen } from '../../components/screen';
import { Audit } from '../../features/administration/audit';

definePageConfig({ navigationBarTitleText: '审计日志' });

/** 审计日志, for the audit administrator. */
export default function AuditPage() {
  return (
    <Screen title="审计日志">
      <Audit />
    </Screen>
  );
}
