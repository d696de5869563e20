import * as z from 'zod/mini';
import { contract } from './contract';
import { day, says } from './fields';

const orgId = z.string().check(z.minLength(1, says('org.unknown')), z.maxLength(80, says('org.unknown')));
const staffId = z.string().check(z.minLength(1, says('staff.unknown')), z.maxLength(80, says('staff.unknown')));
const aDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, says('deputy.daysInvalid')));

/** 请假与代理: of each unit for which the caller is 责任人员 himself. */
export const showAbsence = contract({
  name: 'absence.show',
  permission: 'liaison.deputize',
  input: z.strictObject({}),
  audits: () => ({ about: '' }),
  output: z.object({
    /** The last day on which the caller is away. */
    awayUntil: z.nullable(day),
    units: z.array(
      z.object({
        orgId: z.string(),
        name: z.string(),
        /** Whether anybody answers for it now: else the next bad rating goes to the bureau. */
        isAnswered: z.boolean(),
        colleagues: z.array(z.object({ staffId: z.string(), name: z.string() })),
        deputies: z.array(z.object({ staffId: z.string(), name: z.string(), from: day, until: day })),
      }),
    ),
  }),
});

/** 登记请假 up to the end of that day, or back. */
export const setAbsence = contract({
  name: 'staff.setAbsence',
  permission: 'liaison.deputize',
  input: z.strictObject({ until: z.nullable(aDay) }),
  audits: () => ({ about: '' }),
  output: z.object({}),
});

/** 指定代理人: a colleague of the same unit, from the one day to the end of the other. */
export const deputize = contract({
  name: 'liaison.deputize',
  permission: 'liaison.deputize',
  input: z.strictObject({ orgId, staffId, from: aDay, until: aDay }),
  audits: ({ orgId }) => ({ about: orgId }),
  output: z.object({}),
});
