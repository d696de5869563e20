import type { setAbsence as contract } from '@shared/contracts/deputy';
import { periodOf } from '@shared/domain/deputy';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';

/** 登记请假: at every unit that he answers for, as a deputy too. Once more with the same day changes nothing. */
export const setAbsence: OfficialUseCase<typeof contract> = async ({ until }, { actor, now, orgRegister }) => {
  const { staff } = actor;
  if (!staff) return refuse('request.forbidden');
  const period = until === null ? ok({ until: 0 }) : periodOf(dayOf(now), until, now);
  if (!period.ok) return period;
  const units = staff.grants.filter(({ role }) => role === 'liaison');
  await Promise.all(units.map(({ orgId }) => orgRegister.setAway(orgId, staff._id, period.value.until)));
  return ok({});
};
