import type { AuditEntry } from '@shared/domain/audit';
import { type AuditSource, CannotVerify } from './source';

const AT_ONCE = 1_000;

/** The environment that the functions run in, as its own database adapter sees it: with the operator's key, read only. */
export const cloudSource = async (environment: string): Promise<AuditSource> => {
  if (!process.env.TENCENTCLOUD_SECRETID || !process.env.TENCENTCLOUD_SECRETKEY) {
    throw new CannotVerify('缺少环境变量 TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY，请设置后重试；没有连接云端。');
  }
  // Read when the adapter is loaded.
  Object.assign(process.env, { TCB_ENV: environment, SCF_NAMESPACE: environment, SILENCE: 'true' });
  process.env.TENCENTCLOUD_REGION ??= 'ap-shanghai';
  const { wxAuditLog } = await import('../adapters/wx/wx-audit-log');
  return {
    name: `云环境 ${environment}`,
    entries: async function* () {
      let last: number | undefined = 0;
      while (last !== undefined) {
        const portion: readonly AuditEntry[] = await wxAuditLog.fromNumber(last + 1, AT_ONCE);
        yield portion;
        last = portion.length < AT_ONCE ? undefined : portion.at(-1)?.number;
      }
    },
    digests: () => wxAuditLog.digests(),
  };
};
