import { clause, propose } from '../kernel/clause';

/** 管理: what no regulation counts and we propose. */
export const ADMINISTRATION = {
  /** 邀请码 from the moment it is made. */
  invitationHolds: clause(
    { count: 24, unit: 'hour' } as const,
    propose('法规未规定；取24小时，够当面交给本人，又不长期有效'),
  ),
} as const;
