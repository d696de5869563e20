import type { bindAccount as contract } from '@shared/contracts/administration';
import { readInvitation } from '@shared/domain/invitation';
import { isBound } from '@shared/domain/role';
import { ok, refuse } from '@shared/kernel/result';
import { LIMITS } from '@shared/policy/limits';
import type { OfficialUseCase } from '../../ports/context';

/** 工作人员绑定. Every try counts, before it is looked at: guesses made all at once are as many as one after the other. */
export const bindAccount: OfficialUseCase<typeof contract> = async ({ code: typed }, context) => {
  const { actor, limits, now, staffRegister, vault } = context;
  if (actor.staff) return refuse('staff.alreadyBound');
  const code = readInvitation(typed);
  if (!code.ok) return code;
  const may = await limits.take('invitationGuess', actor.ref, LIMITS.invitationGuess.value, now);
  if (!may) return refuse('staff.tooManyTries');

  const member = await staffRegister.ofInvitation(vault.index('invitation', code.value));
  if (!member?.invitation || member.invitation.until <= now || isBound(member)) {
    return refuse('staff.invitationInvalid');
  }
  const outcome = await staffRegister.change(member, { accountRef: actor.ref, invitation: null });
  if (outcome === 'accountTaken') return refuse('staff.alreadyBound');
  // Somebody else used the code, or an administrator renewed it, at this moment.
  return outcome === 'changed' ? ok({ staffId: member._id, name: member.name }) : refuse('staff.invitationInvalid');
};
