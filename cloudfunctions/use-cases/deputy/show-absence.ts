import type { OutputOf } from '@shared/contracts/contract';
import type { showAbsence as contract } from '@shared/contracts/deputy';
import { ownUnits } from '@shared/domain/deputy';
import { isAnswered, type Org } from '@shared/domain/organization';
import { conflict, isBound } from '@shared/domain/role';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf, type Instant } from '@shared/kernel/time';
import type { OfficialContext, OfficialUseCase } from '../../ports/context';
import { colleaguesAt } from './colleagues';

type Unit = OutputOf<typeof contract>['units'][number];

/** The day that ends with this moment. */
const lastDayOf = (until: Instant) => dayOf(until - 1);

const unitOf = async (org: Org, staffId: string, { now, staffRegister }: OfficialContext): Promise<Unit> => {
  const staff = await colleaguesAt(org._id, staffRegister);
  const nameOf = (id: string) => staff.find(({ _id }) => _id === id)?.name ?? '';
  const couldBe = staff.filter(
    (one) => one._id !== staffId && isBound(one) && !one.grants.some(({ role }) => conflict(role, 'liaison')),
  );
  return {
    orgId: org._id,
    name: org.name,
    isAnswered: isAnswered(org, null, now),
    colleagues: couldBe.map(({ _id, name }) => ({ staffId: _id, name })),
    deputies: Object.entries(org.deputies ?? {}).flatMap(([id, { from, until }]) =>
      until > now ? [{ staffId: id, name: nameOf(id), from: dayOf(from), until: lastDayOf(until) }] : [],
    ),
  };
};

/** 请假与代理 */
export const showAbsence: OfficialUseCase<typeof contract> = async (_input, context) => {
  const { actor, now, orgRegister } = context;
  if (!actor.staff) return refuse('request.forbidden');
  const { _id, grants } = actor.staff;
  const answered = grants.flatMap(({ role, orgId }) => (role === 'liaison' ? [orgId] : []));
  const orgs = await orgRegister.find(answered);
  const away = Math.max(0, ...orgs.map(({ awayUntil = {} }) => awayUntil[_id] ?? 0));
  const own = orgs.filter((org) => ownUnits({ grants }).includes(org._id));
  return ok({
    awayUntil: away > now ? lastDayOf(away) : null,
    units: await Promise.all(own.map((org) => unitOf(org, _id, context))),
  });
};
