import type { ServiceWindow } from '@shared/domain/organization';
import type { WindowCode } from '@shared/domain/window-code';
import { ok, type Result, refuse } from '@shared/kernel/result';

/** A replaced code is an older serial, a revoked one is taken down without successor. */
export const checkCode = (code: WindowCode, window: ServiceWindow): Result<ServiceWindow, 'windowCode.revoked'> =>
  window.code.revoked || code.serial !== window.code.serial ? refuse('windowCode.revoked') : ok(window);
