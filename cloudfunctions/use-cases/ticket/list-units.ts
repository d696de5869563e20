import type { listUnits as contract } from '@shared/contracts/ticket';
import { isAnswered, type Org } from '@shared/domain/organization';
import { ok, refuse } from '@shared/kernel/result';
import type { OfficialContext, OfficialUseCase } from '../../ports/context';
import type { SeenFile } from '../../ports/seen-ratings';

/** Units of the bureau's jurisdiction that somebody answers for who was not rated; the window's own first. */
export const unitsFor = async (
  { subject, ticketByDay }: SeenFile,
  { directory, now, orgRegister }: Pick<OfficialContext, 'directory' | 'now' | 'orgRegister'>,
): Promise<readonly Org[]> => {
  const [bureau] = await directory.orgs([ticketByDay?.bureauId ?? '']);
  if (!bureau) return [];
  const below = await orgRegister.below(bureau.parentId ?? bureau._id);
  const answering = below.filter((org) => org._id !== bureau._id && isAnswered(org, subject.staffId, now));
  return answering.sort((a, b) => Number(b._id === subject.orgId) - Number(a._id === subject.orgId));
};

/** 可派往的单位 */
export const listUnits: OfficialUseCase<typeof contract> = async ({ ratingId }, context) => {
  const file = await context.ratings.find(ratingId);
  if (!file?.ticketByDay) return refuse('ticket.unknown');
  const units = await unitsFor(file, context);
  return ok({ items: units.map(({ _id, name }) => ({ unitId: _id, name })) });
};
