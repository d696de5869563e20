import type { listMyReports as contract } from '@shared/contracts/report';
import { upperBureauOf } from '@shared/domain/retaliation-report';
import { ok, refuse } from '@shared/kernel/result';
import type { UseCase } from '../../ports/context';
import { openWords } from './seal';

/** 我向上级反映的: opened for the one who wrote it. */
export const listMyReports: UseCase<typeof contract> = async (
  { ratingId },
  { actor, directory, ratings, reports, vault },
) => {
  const file = await ratings.find(ratingId);
  if (!file || file.raterRef !== actor.ref) return refuse('rating.unknown');
  const { orgPath } = file.subject;
  const [orgs, mine] = await Promise.all([directory.orgs(orgPath), reports.ofRating(actor.ref, ratingId)]);
  const items = [];
  for (const report of mine) {
    const words = openWords(report, vault);
    if (!words.ok) return words;
    const { receiptNo, at, bureauName } = report;
    items.push({ receiptNo, at, ...words.value, readBy: bureauName });
  }
  return ok({ readBy: upperBureauOf(orgPath, orgs).name, items });
};
