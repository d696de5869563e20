import type * as contract from '@shared/contracts/administration';
import type { ServiceWindow } from '@shared/domain/organization';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { orgWithin } from '../staff/jurisdiction';

type Code = ServiceWindow['code'];

/** Reads the window as it is now; only the code that the caller saw is changed. */
const changeCode =
  (next: (code: Code) => Code): OfficialUseCase<typeof contract.replaceCode> =>
  async ({ windowId, serial }, context) => {
    const window = await context.windowRegister.find(windowId);
    const org = await orgWithin('window.manage', window?.orgId ?? '', context);
    if (!window || !org.ok) return refuse('window.unknown');
    if (window.code.serial !== serial) return refuse('window.codeChanged');
    const code = next(window.code);
    const changed = await context.windowRegister.changeCode(window, code);
    return changed ? ok({ serial: code.serial, isRevoked: code.revoked }) : refuse('window.codeChanged');
  };

/** 换码: also where the old one was taken down. */
export const replaceCode = changeCode(({ serial }) => ({ serial: serial + 1, revoked: false }));

/** 停用 */
export const revokeCode = changeCode(({ serial }) => ({ serial, revoked: true }));

/** 恢复 */
export const restoreCode = changeCode(({ serial }) => ({ serial, revoked: false }));
