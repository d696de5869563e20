import * as z from 'zod/mini';
import { ROLES } from '../domain/role';
import type { RefusalCode } from '../kernel/refusals';
import { contract } from './contract';
import { cursor, day, instant, says } from './fields';

const id = (code: RefusalCode) => z.string().check(z.minLength(1, says(code)), z.maxLength(80, says(code)));
const staffId = id('staff.unknown');
const orgId = id('org.unknown');
const windowId = id('window.unknown');
const role = z.enum(ROLES, says('role.unknown'));
const done = z.object({});

/** One org of the caller's jurisdiction, the highest one when none is named. */
const within = z.strictObject({ orgId: z.optional(orgId), cursor: z.optional(cursor) });
const org = z.object({ id: z.string(), name: z.string() });
/** Where the list stands, and what hangs directly below; the latter with the first page only. */
const place = { org, below: z.array(org), next: z.nullable(cursor) };

/** 人员列表 of one org: who they are and what they may do, never by which account. */
export const listStaff = contract({
  name: 'staff.list',
  permission: 'staff.read',
  audits: ({ orgId = '' }) => ({ about: orgId }),
  input: within,
  output: z.object({
    ...place,
    items: z.array(
      z.object({
        staffId: z.string(),
        name: z.string(),
        workNo: z.string(),
        unit: z.string(),
        roles: z.array(z.object({ role, orgId: z.string(), org: z.string() })),
        isBound: z.boolean(),
        /** Until when the invitation that is out holds. */
        invitedUntil: z.nullable(instant),
        /** 离岗; null for who is still there. */
        leftOn: z.nullable(day),
      }),
    ),
  }),
});

/** 邀请绑定: a new code, shown this once; an older one of the same person holds no more. */
export const inviteStaff = contract({
  name: 'staff.invite',
  permission: 'staff.manage',
  audits: ({ staffId }) => ({ about: staffId }),
  input: z.strictObject({ staffId }),
  output: z.object({ code: z.string(), until: instant }),
});

/** 工作人员绑定: whoever types the code becomes that member of staff. */
export const bindAccount = contract({
  name: 'staff.bind',
  permission: 'anyone',
  audits: (_input, bound) => ({ about: bound?.staffId ?? '' }),
  input: z.strictObject({
    code: z
      .string()
      .check(z.minLength(1, says('staff.invitationInvalid')), z.maxLength(50, says('staff.invitationInvalid'))),
  }),
  output: z.object({ staffId: z.string(), name: z.string() }),
});

/** 解除绑定: the phone is lost, or its owner has left. From the next call on that account is a citizen's. */
export const unbindAccount = contract({
  name: 'staff.unbind',
  permission: 'staff.manage',
  audits: ({ staffId }) => ({ about: staffId }),
  input: z.strictObject({ staffId }),
  output: done,
});

/** 离岗: he has left or is transferred. His roles, account and place at a window end; his record stays. Once more changes nothing. */
export const leaveStaff = contract({
  name: 'staff.leave',
  permission: 'staff.manage',
  audits: ({ staffId }) => ({ about: staffId }),
  input: z.strictObject({ staffId }),
  output: done,
});

/** 责任人员交接: to another person, or to nobody. Open tickets are the unit's and stay with it. */
export const handOverLiaison = contract({
  name: 'liaison.handOver',
  permission: 'staff.manage',
  audits: ({ orgId }) => ({ about: orgId }),
  input: z.strictObject({ orgId, from: staffId, to: z.nullable(staffId) }),
  output: done,
});

const grant = z.strictObject({ staffId, role, orgId });

/** 授予角色; who has it already keeps it. */
export const grantRole = contract({
  name: 'role.grant',
  permission: 'role.manage',
  audits: ({ staffId, role }) => ({ about: staffId, purpose: role }),
  input: grant,
  output: done,
});

/** 收回角色 */
export const revokeRole = contract({
  name: 'role.revoke',
  permission: 'role.manage',
  audits: ({ staffId, role }) => ({ about: staffId, purpose: role }),
  input: grant,
  output: done,
});

const code = z.object({ serial: z.int(), isRevoked: z.boolean() });

/** 窗口列表 of one org and all below it. */
export const listWindows = contract({
  name: 'window.list',
  permission: 'window.manage',
  audits: ({ orgId = '' }) => ({ about: orgId }),
  input: within,
  output: z.object({
    ...place,
    items: z.array(z.object({ windowId: z.string(), name: z.string(), center: z.string(), unit: z.string(), code })),
  }),
});

/** The code as the caller saw it, so that two who act at once do not replace it twice. */
const asSeen = z.strictObject({ windowId, serial: z.int() });

/** 换码: the sign that hangs is refused, the next one has to be printed. */
export const replaceCode = contract({
  name: 'window.replaceCode',
  permission: 'window.manage',
  audits: ({ windowId }) => ({ about: windowId }),
  input: asSeen,
  output: code,
});

/** 停用: the sign is refused and none takes its place. */
export const revokeCode = contract({
  name: 'window.revokeCode',
  permission: 'window.manage',
  audits: ({ windowId }) => ({ about: windowId }),
  input: asSeen,
  output: code,
});

/** 恢复: the sign that was taken down holds again. */
export const restoreCode = contract({
  name: 'window.restoreCode',
  permission: 'window.manage',
  audits: ({ windowId }) => ({ about: windowId }),
  input: asSeen,
  output: code,
});
