import type { listReaders as contract } from '@shared/contracts/identity';
import type { AuditEntry } from '@shared/domain/audit';
import { sayOpeningPurpose, sayReading } from '@shared/domain/identity-labels';
import { ROLE_LABELS } from '@shared/domain/labels';
import type { StaffMember } from '@shared/domain/role';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import type { Context, UseCase } from '../../ports/context';

/** What of the 审计日志 is a reading of the rating; its other lines are the rater's own doings. */
const PREFIX = 'staff:';

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

/** His post; a name would only invite the two to meet outside the office. */
const roleOf = ({ grants }: StaffMember): string => {
  const [grant] = grants;
  return grant ? ROLE_LABELS[grant.role] : '工作人员';
};

const staffOf = ({ actor }: AuditEntry): string => actor.slice(PREFIX.length);

/** 谁看过我的评价: one line for each post, day and purpose, however often it was looked at. */
export const listReaders: UseCase<typeof contract> = async ({ ratingId }, context) => {
  const file = await context.ratings.find(ratingId);
  if (!file || file.raterRef !== context.actor.ref) return refuse('rating.unknown');
  const page = await context.audit.entries({ about: [ratingId] }, null);
  const reads = page.items.filter(
    ({ actor, action, outcome }) => actor.startsWith(PREFIX) && outcome === 'ok' && sayReading(action) !== undefined,
  );
  const known = await readers(reads.map(staffOf), context);
  const lines = reads.map((entry) => ({
    on: dayOf(entry.at),
    unit: known.get(staffOf(entry))?.unit ?? '',
    role: known.get(staffOf(entry))?.role ?? '工作人员',
    what: sayReading(entry.action) ?? '',
    purpose: sayOpeningPurpose(entry.purpose) ?? null,
  }));
  const byText = new Map(lines.map((line) => [JSON.stringify(line), line]));
  return ok({ items: [...byText.values()] });
};
