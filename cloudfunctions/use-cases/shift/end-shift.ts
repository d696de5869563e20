import type { endShift as contract } from '@shared/contracts/shift';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialUseCase } from '../../ports/context';
import { leaveWindows } from './leave-windows';

/** 下岗 */
export const endShift: OfficialUseCase<typeof contract> = async (_input, context) => {
  const { staff } = context.actor;
  if (!staff) return refuse('request.forbidden');
  await leaveWindows(staff._id, context);
  return ok({});
};
