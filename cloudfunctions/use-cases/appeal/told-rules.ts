import { type Counts, countsOf } from '@shared/domain/indicator';
import { ok, type Result } from '@shared/kernel/result';
import { addDays, dayOf, type Instant, instantOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import { PRIVACY } from '@shared/policy/privacy';
import type { OfficialContext } from '../../ports/context';
import type { ToldView } from '../../ports/seen-told';

const DAYS_BACK = 366;

const provenOn = (counts: Partial<Counts> = {}): number => {
  const { services, walkIns } = countsOf(counts);
  return services - walkIns;
};

/** Of the last twelve months. */
export const toldSince = (now: Instant): Instant => instantOf(addDays(dayOf(now), -DAYS_BACK), '00:00');

/**
 * The rules where the caller works, and on which days he has served so many that the day tells nobody who rated. Walk-ins do not
 * make a day busy: five friends with a phone would.
 */
export const toldRules = async ({
  actor,
  directory,
  figures,
  now,
}: OfficialContext): Promise<Result<ToldView, 'policy.notInForce'>> => {
  const [unit] = await directory.orgs([actor.staff?.orgId ?? '']);
  const policy = policyOn(unit?.place ?? '', dayOf(now));
  if (!policy.ok) return policy;
  const { appeal, ticket, workingTime } = policy.value;
  const subject = `staff:${actor.staff?._id ?? ''}` as const;
  const served = await figures.perDay(subject, dayOf(toldSince(now)), dayOf(now));
  return ok({
    showsDay: (day) => provenOn(served.get(day)) >= PRIVACY.smallestBatch.value,
    rules: { ...appeal, appealWithin: ticket.appealWithin, ...workingTime },
  });
};
