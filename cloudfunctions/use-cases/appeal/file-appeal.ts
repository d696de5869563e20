import type { fileAppeal as contract } from '@shared/contracts/appeal';
import { appealRoute } from '@shared/domain/appeal-route';
import { routeOf } from '@shared/domain/ticket';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { OfficialUseCase } from '../../ports/context';
import { appealWords, givenEvidence } from './given-evidence';

/** 提出申诉: goes through the unit that answers for the clerk's window, or straight to the bureau where nobody there could answer. */
export const fileAppeal: OfficialUseCase<typeof contract> = async ({ ticketNo, reason, ...given }, context) => {
  const { directory, now, ratings } = context;
  const words = appealWords(given.words);
  if (!words.ok) return words;
  const evidence = givenEvidence(given.evidence, context);
  if (!evidence.ok) return evidence;
  const at = await ratings.ratedAt(ticketNo, now);
  if (!at) return refuse('appeal.unknown');
  const policy = policyOn(at.place, dayOf(now));
  if (!policy.ok) return policy;
  const { appeal, ticket, workingTime } = policy.value;
  const orgs = await directory.orgs(at.orgPath);
  const unit = routeOf({ ...at, _id: at.windowId }, at.staffId, orgs, ticket, now);
  const route = appealRoute(at, orgs, unit, appeal);
  if (!route.ok) return route;
  const rules = { ...appeal, appealWithin: ticket.appealWithin, ...workingTime };
  const draft = { reason, words: words.value, evidence: evidence.value };
  const filed = await ratings.fileAppeal(ticketNo, draft, route.value, now, rules);
  return filed.ok ? ok({ appealNo: filed.value }) : filed;
};
