import type { checkText as contract } from '@shared/contracts/wxopen';
import { ok } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';

/** 文本内容安全 */
export const checkText: UseCase<typeof contract> = async ({ text }, { openPlatform }) =>
  ok({ suggest: await openPlatform.msgSecCheck(text) });
