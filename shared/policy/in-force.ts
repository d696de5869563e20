import type { PlaceId } from '../domain/organization';
import { ok, type Result, refuse } from '../kernel/result';
import type { Day } from '../kernel/time';
import type { PolicyProfile } from './profile';
import { chaozhou } from './profiles/chaozhou';
import { taiqian } from './profiles/taiqian';

/** One line of the table: a regulation, and what holds when its trial has lapsed and no successor is entered. */
export type InForce = {
  readonly profile: PolicyProfile;
  readonly onceTrialLapsed: 'staysApplied' | 'ends';
};

/**
 * Which regulation applies where, each from its own 施行日期 on; a later line of the same place takes over from its day.
 *
 * Both trials have lapsed or are without a known end, and neither place's successor is at hand. The windows still must
 * be rated (台前 第九条, 潮州 第八条), so the trial rules stay applied until the operator adds the successor's line.
 */
export const IN_FORCE: readonly InForce[] = [
  // 2020-07-13 施行，试行一年；政府网站 2021-07-19 仍予发布。
  { profile: taiqian, onceTrialLapsed: 'staysApplied' },
  // 2019-10-14 施行；据报道 2020 年 9 月另有《工作细则》，取得原文后在下面加一行。
  { profile: chaozhou, onceTrialLapsed: 'staysApplied' },
];

const hasEnded = ({ profile, onceTrialLapsed }: InForce, day: Day): boolean => {
  const lastDay = profile.trialUntil?.value;
  return onceTrialLapsed === 'ends' && lastDay != null && day > lastDay;
};

const later = (a: InForce | undefined, b: InForce): InForce =>
  a && a.profile.inForceFrom.value > b.profile.inForceFrom.value ? a : b;

/** The regulation of a place on a day: of its versions begun by then the latest, unless its trial ended with nothing. */
export const policyOn = (
  place: PlaceId,
  day: Day,
  table: readonly InForce[] = IN_FORCE,
): Result<PolicyProfile, 'policy.notInForce'> => {
  const begun = table.filter(({ profile }) => profile.id === place && profile.inForceFrom.value <= day);
  const latest = begun.reduce<InForce | undefined>(later, undefined);
  return latest && !hasEnded(latest, day) ? ok(latest.profile) : refuse('policy.notInForce');
};

/** The years whose holidays are announced and carried, in any place's calendar. */
export const confirmedYears = (table: readonly InForce[] = IN_FORCE): readonly number[] => [
  ...new Set(
    table.flatMap(({ profile }) =>
      profile.workingTime.calendar.filter((year) => year.status === 'confirmed').map((year) => year.year),
    ),
  ),
];
