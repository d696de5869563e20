import type { showAppealStatistics as contract } from '@shared/contracts/figures';
import { appealGrantRate, type Counts, NO_COUNTS } from '@shared/domain/indicator';
import type { Org } from '@shared/domain/organization';
import type { FigureSubject } from '@shared/domain/window-day';
import { ok, refuse } from '@shared/kernel/result';
import { addDays, addMonths, dayOf, firstDayOf, monthOf } from '@shared/kernel/time';
import type { OfficialUseCase } from '../../ports/context';
import { orgWithin } from '../staff/jurisdiction';

/** The timer counts every minute: what waits longer than this is more than the last minute's ratings. */
const WAITS_LONG_MS = 15 * 60_000;

/** A town or district stands for all below it, so that nothing is in two rows. */
const subjectOf = ({ _id, kind }: Org): FigureSubject =>
  kind === 'government' || kind === 'zone' ? `region:${_id}` : `unit:${_id}`;

const appealsOf = (counts: Counts) => ({
  filed: counts.appeals,
  open: counts.appealsOpen,
  granted: counts.appealsGranted,
  denied: counts.appealsDenied,
  explained: counts.appealsExplained,
  withdrawn: counts.appealsWithdrawn,
  lapsed: counts.appealsLapsed,
  correctionPending: counts.correctionPending,
  corrected: counts.corrected,
  grantRate: appealGrantRate(counts) ?? null,
});

/** 申诉统计: of a bureau, what hangs below the government that it acts for; of nobody's ratings one by one. */
export const showAppealStatistics: OfficialUseCase<typeof contract> = async (input, context) => {
  const { directory, figures, now, orgRegister } = context;
  const thisMonth = monthOf(dayOf(now));
  const to = input.to ?? thisMonth;
  const from = input.from ?? to;
  if (from > to) return refuse('request.malformed');
  const within = await orgWithin('ticket.oversee', input.orgId, context);
  if (!within.ok) return within;
  const { _id, kind, parentId } = within.value;
  const topId = kind === 'bureau' ? (parentId ?? _id) : _id;
  const [[top = within.value], below, since] = await Promise.all([
    directory.orgs([topId]),
    orgRegister.below(topId),
    figures.lackingSince(now),
  ]);
  const lastDay = addDays(firstDayOf(addMonths(to, 1)), -1);
  const counts = await figures.ofMany([top, ...below].map(subjectOf), firstDayOf(from), lastDay);
  const ofOrg = (org: Org) => appealsOf(counts.get(subjectOf(org)) ?? NO_COUNTS);
  return ok({
    ...{ from, to, thisMonth, isComplete: since === null || since > now - WAITS_LONG_MS },
    total: { org: top.name, ...ofOrg(top) },
    units: below.map((org) => ({ unitId: org._id, unit: org.name, ...ofOrg(org) })),
  });
};
