import type { readPhone as contract } from '@shared/contracts/wxopen';
import { ok } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';

/** The number behind the code of WeChat's phone button. */
export const readPhone: UseCase<typeof contract> = async ({ code }, { openPlatform }) =>
  ok(await openPlatform.phoneNumber(code));
