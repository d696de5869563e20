import type { makeWindowCode as contract } from '@shared/contracts/wxopen';
import { orgsWhere } from '@shared/domain/role';
import { formatWindowCode } from '@shared/domain/window-code';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';

/** 小程序码 of a window, for whoever manages the windows of that jurisdiction. */
export const makeWindowCode: OfficialUseCase<typeof contract> = async ({ windowId }, context) => {
  const { actor, digests, openPlatform, windowRegister } = context;
  // As it is now: right after a replacement, a sign of the old serial must not be printed.
  const window = await windowRegister.find(windowId);
  const bureaus = actor.staff ? orgsWhere(actor.staff, 'window.manage').map((grant) => grant.orgId) : [];
  if (!window || !bureaus.some((id) => window.orgPath.includes(id))) return refuse('window.unknown');
  if (window.code.revoked) return refuse('windowCode.revoked');
  const code = { keyVersion: digests.windowCodeKey, windowId, serial: window.code.serial };
  const scene = formatWindowCode(code, digests.windowCode);
  return ok({ scene, link: openPlatform.windowCodeLink(scene), png: await openPlatform.windowCodeImage(scene) });
};
