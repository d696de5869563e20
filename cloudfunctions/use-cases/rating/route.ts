import type { Org } from '@shared/domain/organization';
import type { Subject } from '@shared/domain/subject';
import { type Route, routeOf, type TicketRules } from '@shared/domain/ticket';
import type { Instant } from '@shared/kernel/time';

/** Where a bad rating of this subject goes, and the name of the unit there; `orgs` are those of its path. */
export const routed = (
  { windowId, centerId, orgId, orgPath, staffId }: Subject,
  orgs: readonly Org[],
  rules: TicketRules,
  now: Instant,
): { readonly route: Route; readonly unitName: string } => {
  const route = routeOf({ _id: windowId, centerId, orgId, orgPath }, staffId, orgs, rules, now);
  return { route, unitName: orgs.find(({ _id }) => _id === route.unitId)?.name ?? '' };
};
