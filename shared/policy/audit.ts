import { clause, propose } from '../kernel/clause';

/** 审计: what no regulation counts and we propose. */
export const AUDIT = {
  /** Audited reads of one member of staff on one day beyond which he is marked for the audit administrator. */
  readsPerDay: clause(200, propose('法规未规定次数；取每日200次，够办理一天的工单，明显多于此的值得过问')),
} as const;
