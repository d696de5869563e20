import { pinAppealClock } from '@shared/domain/appeal-clock';
import { movedAppealFile } from '@shared/domain/appeal-file';
import type { RatingFile } from '@shared/domain/rating-file';
import type { Job } from '../../ports/context';
import { rulingRules } from '../appeal/ruling-rules';

const BATCH = 50;
const LATER_MS = 10 * 60_000;
const CLOCK = { mover: 'clock', staffId: null, post: '' } as const;

/**
 * A silent unit is passed over, a clock that waited for a year's holidays is pinned, what nobody answered lapses, what a bureau lets lie is told above. Each is one conditional move, so
 * that twice, late or in parallel comes to the same. One that cannot be moved is looked at again later and holds up nobody.
 */
export const lookAtAppeals: Job = async ({ now, ratings }) => {
  const postpone = async (file: RatingFile): Promise<boolean> => {
    if (file.appeal) await ratings.move(file, { appeal: { ...file.appeal, nextAt: now + LATER_MS } });
    return false;
  };
  const look = async (file: RatingFile): Promise<boolean> => {
    const { appeal, subject } = file;
    const rules = rulingRules(subject.place, now);
    if (!appeal || !rules.ok) return postpone(file);
    if (appeal.clock?.deadline === null)
      return ratings.move(file, { appeal: pinAppealClock(appeal, now, rules.value.appeal) });
    const move = appeal.state === 'returned' || appeal.state === 'refusedByUnit' ? 'lapse' : 'escalate';
    const changes = movedAppealFile({ ...file, appeal }, { move }, CLOCK, now, rules.value);
    return changes.ok ? ratings.move(file, changes.value) : postpone(file);
  };
  const due = await ratings.appealsDue(now, BATCH);
  const settled = await Promise.allSettled(due.map((file) => look(file).catch(() => postpone(file))));
  const done = settled.filter((one) => one.status === 'fulfilled' && one.value).length;
  return { done, left: due.length - done };
};
