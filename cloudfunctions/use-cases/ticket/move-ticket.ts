import type { InputOf } from '@shared/contracts/contract';
import type { moveTicket as contract } from '@shared/contracts/ticket';
import { ROLE_LABELS } from '@shared/domain/labels';
import { cleanComment, hasReason } from '@shared/domain/rating';
import { upperBureauOf } from '@shared/domain/retaliation-report';
import type { MoveInput } from '@shared/domain/ticket-moves';
import { isHandler, officialOf } from '@shared/domain/visibility';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { OfficialContext, OfficialUseCase } from '../../ports/context';
import type { SeenFile } from '../../ports/seen-ratings';
import { ownPhotos } from '../photo/photo-token';
import { flagsOf } from './handling-flags';
import { unitsFor } from './list-units';

type Step = InputOf<typeof contract>['step'];

/** Words cleaned as comments are; spaces and invisible characters alone are none. */
const cleaned = (step: Step): Result<Step, 'ticket.wordsMissing'> => {
  const entries = Object.entries(step).map(([field, value]): [string, unknown] => [
    field,
    typeof value === 'string' ? cleanComment(value) : value,
  ]);
  const required = ['reason', 'plan', 'measures', 'reply', ...(step.move === 'recordFollowUp' ? ['note'] : [])];
  const isEmpty = entries.some(
    ([field, value]) => required.includes(field) && !hasReason({ tags: [], comment: String(value) }),
  );
  return isEmpty ? refuse('ticket.wordsMissing') : ok(Object.fromEntries(entries) as Step);
};

/** What the step needs besides itself: the unit must be one that can answer, the photos the caller's own. */
const checked = async (
  given: Step,
  file: SeenFile,
  context: OfficialContext,
): Promise<Result<MoveInput, RefusalCode>> => {
  const step = cleaned(given);
  if (!step.ok) return step;
  if (step.value.move === 'dispatch') {
    const { unitId } = step.value;
    const units = await unitsFor(file, context);
    return units.some(({ _id }) => _id === unitId) ? ok(step.value) : refuse('ticket.unitInvalid');
  }
  if (step.value.move !== 'submitRectification') return ok(step.value);
  const photos = ownPhotos(step.value.photos, context);
  return photos.ok ? ok({ ...step.value, photos: photos.value }) : photos;
};

/** 办理工单: decided on the file as it stands, written if nobody was first. */
export const moveTicket: OfficialUseCase<typeof contract> = async ({ ratingId, version, step }, context) => {
  const { actor, directory, now, ratings } = context;
  const file = await ratings.find(ratingId);
  if (!file?.ticketByDay || !actor.staff) return refuse('ticket.unknown');
  const policy = policyOn(file.subject.place, dayOf(now));
  if (!policy.ok) return policy;
  const input = await checked(step, file, context);
  if (!input.ok) return input;
  const { orgPath } = file.subject;
  const unitId = input.value.move === 'dispatch' ? input.value.unitId : file.ticketByDay.unitId;
  const orgs = await directory.orgs([...orgPath, unitId]);
  const role = isHandler(officialOf(actor.staff), file.ticketByDay) ? 'liaison' : 'supervisor';
  const names = {
    unit: orgs.find(({ _id }) => _id === unitId)?.name ?? '',
    post: ROLE_LABELS[role],
  };
  const rules = { ...policy.value.ticket, ...policy.value.workingTime };
  const flags = await flagsOf(input.value, file.ticketByDay, rules, context);
  const decide = { names, upperBureauId: upperBureauOf(orgPath, orgs)._id, flags };
  const moved = await ratings.moveTicket(ratingId, version, input.value, decide, now, rules);
  return moved.ok ? ok({ state: moved.value }) : moved;
};
