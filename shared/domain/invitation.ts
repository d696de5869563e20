import { ok, type Result, refuse } from '../kernel/result';

/** Without I, L, O, U: read aloud or from paper, they are taken for others (Crockford's base 32). */
export const READABLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const INVITATION_LENGTH = 8;

const FORM = new RegExp(`^[${READABLE}]{${INVITATION_LENGTH}}$`);

/** 邀请码 as people see it: K7QM 2XRT. */
export const showInvitation = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** Reads what somebody typed: spaces, hyphens, small and full-width letters, and O for 0 or I for 1, are all right. */
export const readInvitation = (typed: string): Result<string, 'staff.invitationInvalid'> => {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return FORM.test(code) ? ok(code) : refuse('staff.invitationInvalid');
};
