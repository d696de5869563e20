import { AUDIT_EXPORT_PATH, AUDIT_EXPORT_TYPE } from '../demo/audit-export';
import { servingAt } from '../local/database/store/directory-lock';
import { exportedSource } from './exported';
import { type AuditSource, CannotVerify } from './source';

/** The demo that runs on this data directory, asked for what its database holds. */
export const runningDemo = async (dataDir: string): Promise<AuditSource> => {
  const url = await servingAt(dataDir);
  if (url === undefined) throw new CannotVerify('本机演示没有运行，请先在另一个终端执行 npm start，再重新核对。');
  const answer = await fetch(url + AUDIT_EXPORT_PATH);
  // While it starts, its address answers for the directory only.
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith(AUDIT_EXPORT_TYPE)) {
    throw new CannotVerify('本机演示还没有准备好，请稍后重新核对。');
  }
  return exportedSource(`本机演示 ${url}`, await answer.text());
};
