import type { showOverdue as contract } from '@shared/contracts/ticket-lists';
import { atLeast, PROOF_LEVELS, type ProofLevel } from '@shared/domain/identity';
import { officialOf } from '@shared/domain/visibility';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf, type Instant } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { OfficialUseCase } from '../../ports/context';
import type { UnitOverdue } from '../../ports/ticket-lists';
import { namesFor, recentFrom } from './ticket-cells';
import { remainingOf, workingTimeOf } from './time-left';

/** What counts as 实名 at that place today. */
const realNameAt = (place: string, now: Instant): readonly ProofLevel[] => {
  const policy = policyOn(place, dayOf(now));
  return policy.ok ? PROOF_LEVELS.filter((level) => atLeast(level, policy.value.identity.enough.value)) : [];
};

const sum = (units: readonly UnitOverdue[], field: 'realName' | 'reached'): number =>
  units.reduce((total, unit) => total + unit[field], 0);

/** 逾期看板: units with the most that is late first. */
export const showOverdue: OfficialUseCase<typeof contract> = async (_input, context) => {
  const { actor, directory, now, ratings } = context;
  if (!actor.staff) return refuse('request.forbidden');
  const [bureau] = await directory.orgs(officialOf(actor.staff).bureauIds.slice(0, 1));
  const place = bureau?.place ?? '';
  const since = recentFrom(now);
  const units = await ratings.overdueByUnit(now, since, realNameAt(place, now));
  const ids = units.map(({ unitId }) => unitId);
  const { names, scope } = await namesFor(actor.staff, ids, context);
  const sorted = [...units].sort(
    (a, b) =>
      b.late - a.late || (a.lateSince ?? 0) - (b.lateSince ?? 0) || b.open - a.open || (a.unitId < b.unitId ? -1 : 1),
  );
  return ok({
    scope,
    since: dayOf(since),
    followUp: { reached: sum(units, 'reached'), of: sum(units, 'realName') },
    units: sorted.map(({ unitId, open, late, escalated, lateSince, realName, reached }) => ({
      ...{ unitId, unit: names.get(unitId) ?? '', open, late, escalated },
      longest: remainingOf(lateSince, now, workingTimeOf(place, now)),
      followUp: { reached, of: realName },
    })),
  });
};
