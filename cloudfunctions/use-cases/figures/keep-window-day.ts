import { type Counts, NO_COUNTS, sameCounts } from '@shared/domain/indicator';
import {
  type CountingRules,
  countWindowDay,
  type FigureSubject,
  type ServiceToCount,
  type WindowDay,
} from '@shared/domain/window-day';
import { type Day, dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { Context } from '../../ports/context';
import type { KeptRollup, Rollup, SourceCase, SourceRating } from '../../ports/rollups';
import { newVersion } from './new-version';

type Parts = Pick<Context, 'chance' | 'directory' | 'now' | 'rollups'>;

/** A window's day as it stands counted. */
export type CountedDay = WindowDay & {
  /** Of what it was counted; whatever lacked in the figures is in it now. */
  readonly ratings: readonly SourceRating[];
  /** Whose sums it is part of. */
  readonly subjects: readonly FigureSubject[];
};

const subjectOf = ({ windowId }: WindowDay): FigureSubject => `window:${windowId}`;

/** Services of cases count for whom the window stands now; of one that is gone, for what the case itself tells. */
const servicesAt = async (
  { windowId, day }: WindowDay,
  cases: readonly SourceCase[],
  { directory }: Parts,
): Promise<readonly ServiceToCount[]> => {
  const { orgId = null, centerId = null, orgPath = [] } = (await directory.window(windowId)) ?? {};
  return cases.flatMap(({ itemCode, services }) =>
    services
      .filter((service) => service.windowId === windowId && dayOf(service.at) === day)
      .map(({ key, staffId }) => ({ key, of: { orgId, centerId, orgPath, staffId, itemCode } })),
  );
};

/** What counts as 实名 in a place, by the law of the day of the service. */
const enoughOn =
  (day: Day): CountingRules['enough'] =>
  (place) => {
    const policy = policyOn(place, day);
    return policy.ok ? policy.value.identity.enough.value : undefined;
  };

const rulesFor = async (day: Day, orgIds: readonly string[], { directory }: Parts): Promise<CountingRules> => {
  const orgs = await directory.orgs(orgIds);
  const regions = new Set(orgs.filter(({ kind }) => kind === 'government' || kind === 'zone').map(({ _id }) => _id));
  return { isRegion: (id) => regions.has(id), enough: enoughOn(day) };
};

/** Whoever was part of it once stays named, so that his sum is written again when the last of it is gone. */
const rollupOf = (
  windowDay: WindowDay,
  counted: ReadonlyMap<FigureSubject, Counts>,
  before: KeptRollup | undefined,
): Rollup => {
  const subject = subjectOf(windowDay);
  const named = new Set([...(before?.parts ?? []).map((part) => part.subject), ...counted.keys()]);
  named.delete(subject);
  const parts = [...named].sort().map((one) => ({ subject: one, counts: counted.get(one) ?? NO_COUNTS }));
  return { subject, day: windowDay.day, counts: counted.get(subject) ?? NO_COUNTS, parts };
};

const isSame = (a: Rollup, b: Rollup): boolean =>
  sameCounts(a.counts, b.counts) &&
  a.parts.length === b.parts.length &&
  a.parts.every(({ subject, counts }, i) => {
    const other = b.parts[i];
    return other?.subject === subject && sameCounts(counts, other.counts);
  });

/**
 * Counts a window's day from all that was rated and served there, and writes it when it differs. Undefined when somebody else
 * wrote it meanwhile.
 */
export const keepWindowDay = async (windowDay: WindowDay, context: Parts): Promise<CountedDay | undefined> => {
  const { chance, now, rollups } = context;
  // Before the sources: whoever reads them later and writes earlier is not overwritten.
  const [before] = await rollups.kept([{ subject: subjectOf(windowDay), day: windowDay.day }]);
  const { ratings, cases } = await rollups.sourcesOf(windowDay, now);
  const services = await servicesAt(windowDay, cases, context);
  const paths = [...ratings.map(({ subject }) => subject.orgPath), ...services.map(({ of }) => of.orgPath)];
  const rules = await rulesFor(windowDay.day, [...new Set(paths.flat())], context);
  const rollup = rollupOf(windowDay, countWindowDay(windowDay, { ratings, services }, rules), before);
  const stands =
    (before && isSame(before, rollup)) || (await rollups.write({ ...rollup, version: newVersion(chance) }, before));
  return stands ? { ...windowDay, ratings, subjects: rollup.parts.map(({ subject }) => subject) } : undefined;
};
