import type { Citation, Clause } from '../kernel/clause';
import { ok, type Result, refuse } from '../kernel/result';
import type { Org, OrgLevel } from './organization';
import type { Subject } from './subject';
import type { Route } from './ticket';

/** 由哪一级复核, by the level of the rated unit: the bureau of the same level, or the county's. */
export type AppealRouteRules = {
  readonly reviewedBy: Readonly<Record<OrgLevel, Clause<'sameLevel' | 'county'>>>;
  /** 报市修正: which level's bureau corrects; null where none is told. */
  readonly correctedBy: Clause<'city' | null>;
};

/** Where an appeal goes. */
export type AppealRoute = {
  readonly unitId: string | null;
  readonly bureauId: string;
  readonly upperBureauId: string;
  readonly cityBureauId: string | null;
  readonly basis: Citation;
};

/**
 * Through which unit and to which bureau, from the rating's own orgs. `unit` is where its bad ratings are handled: nobody
 * answers there when it was not dispatched. A bureau that was rated itself does not review: the one above it does, and where
 * none is above it is refused; so is a unit that the directory does not have any more.
 */
export const appealRoute = (
  { orgId, orgPath }: Pick<Subject, 'orgId' | 'orgPath'>,
  orgs: readonly Org[],
  unit: Pick<Route, 'unitId' | 'dispatched'>,
  rules: AppealRouteRules,
): Result<AppealRoute, 'appeal.noReviewer' | 'appeal.unitGone'> => {
  const path = orgPath.flatMap((id) => orgs.filter((org) => org._id === id));
  const rated = path.find(({ _id }) => _id === orgId);
  if (!rated) return refuse('appeal.unitGone');
  const { value: level, basis } = rules.reviewedBy[rated.level];
  const bureaus = path.filter(({ kind, _id }) => kind === 'bureau' && _id !== orgId);
  const wanted = level === 'county' ? 'county' : rated.level;
  const isRated = rated.kind === 'bureau';
  const reviewer = isRated ? bureaus.at(-1) : bureaus.filter((bureau) => bureau.level === wanted).at(-1);
  const bureau = reviewer ?? bureaus.at(-1);
  if (!bureau) return refuse('appeal.noReviewer');
  const above = bureaus.slice(0, bureaus.indexOf(bureau)).at(-1);
  const city = rules.correctedBy.value && bureaus.find((one) => one.level === rules.correctedBy.value);
  return ok({
    unitId: unit.dispatched ? unit.unitId : null,
    bureauId: bureau._id,
    upperBureauId: above?._id ?? bureau._id,
    cityBureauId: rules.correctedBy.value === null ? null : (city?._id ?? bureau._id),
    basis,
  });
};
