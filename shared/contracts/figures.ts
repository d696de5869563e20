import * as z from 'zod/mini';
import { contract } from './contract';
import { says } from './fields';

const month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, says('request.malformed')));
const count = z.int();

/** Two integers; rounded where it is shown. Null when there is nothing to divide by. */
const rate = z.nullable(z.object({ numerator: count, denominator: count }));

const appeals = {
  filed: count,
  /** Not decided yet. */
  open: count,
  granted: count,
  denied: count,
  /** Of the denied ones, those that were answered with 解释说明. */
  explained: count,
  withdrawn: count,
  lapsed: count,
  /** Set aside here, and the city has not confirmed it yet; and has. */
  correctionPending: count,
  corrected: count,
  /** 采纳率: granted ÷ decided. */
  grantRate: rate,
};

/**
 * 申诉统计 of the caller's jurisdiction: by unit, a town or district as a whole, for the services of these months. Fit to be
 * published: no person and no words.
 */
export const showAppealStatistics = contract({
  name: 'appeal.statistics',
  permission: 'ticket.oversee',
  input: z.strictObject({
    /** Both included; this month when none is named. */
    from: z.optional(month),
    to: z.optional(month),
    orgId: z.optional(z.string().check(z.minLength(1, says('org.unknown')), z.maxLength(80, says('org.unknown')))),
  }),
  audits: ({ orgId = '' }) => ({ about: orgId }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    thisMonth: z.string(),
    /** False while something has been waiting to be counted for long. */
    isComplete: z.boolean(),
    total: z.object({ org: z.string(), ...appeals }),
    units: z.array(z.object({ unitId: z.string(), unit: z.string(), ...appeals })),
  }),
});

/** 重新统计: drops all figures, which the timer counts anew from ratings and cases. */
export const rebuildFigures = contract({
  name: 'figures.rebuild',
  permission: 'figures.rebuild',
  input: z.strictObject({}),
  audits: () => ({ about: '' }),
  output: z.object({}),
});
