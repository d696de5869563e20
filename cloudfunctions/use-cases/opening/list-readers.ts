import type { listReaders as contract } from '@shared/contracts/identity';
import { sayOpeningPurpose, sayReading } from '@shared/domain/identity-labels';
import { ROLE_LABELS } from '@shared/domain/labels';
import { orgsWhere, type StaffMember } from '@shared/domain/role';
import { ok, refuse } from '@shared/kernel/result';
import type { Context, UseCase } from '../../ports/context';

const readers = async (staffIds: readonly string[], { directory, staffRegister }: Context) => {
  const found = await Promise.all([...new Set(staffIds)].map((id) => staffRegister.find(id)));
  const staff = found.filter((member) => member !== undefined);
  const orgs = await directory.orgs(staff.map(({ orgId }) => orgId));
  return new Map(
    staff.map((member): [string, { unit: string; role: string }] => [
      member._id,
      { unit: orgs.find(({ _id }) => _id === member.orgId)?.name ?? '', role: roleOf(member) },
    ]),
  );
};

/** The post by which he reads ratings; a name would only invite the two to meet outside the office. */
const roleOf = (member: StaffMember): string => {
  const [grant] = orgsWhere(member, 'ticket.read');
  return grant ? ROLE_LABELS[grant.role] : '工作人员';
};

/** 谁看过我的评价: one line for each post, day and purpose, however often it was looked at. */
export const listReaders: UseCase<typeof contract> = async ({ ratingId }, context) => {
  const file = await context.ratings.find(ratingId);
  if (!file || file.raterRef !== context.actor.ref) return refuse('rating.unknown');
  const reads = (await context.audit.doingsAbout(ratingId)).filter(({ action }) => sayReading(action) !== undefined);
  const known = await readers(
    reads.map(({ staffId }) => staffId),
    context,
  );
  const lines = reads.map(({ staffId, day, action, purpose }) => ({
    on: day,
    unit: known.get(staffId)?.unit ?? '',
    role: known.get(staffId)?.role ?? '工作人员',
    what: sayReading(action) ?? '',
    purpose: sayOpeningPurpose(purpose) ?? null,
  }));
  const byText = new Map(lines.map((line) => [JSON.stringify(line), line]));
  return ok({ items: [...byText.values()] });
};
