import type { RatingFile } from '@shared/domain/rating-file';
import { upperBureauOf } from '@shared/domain/retaliation-report';
import { ok } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { Context } from '../../ports/context';

/** What a move by the rater or the clock needs besides itself. */
export const moveContext = async (file: RatingFile, { directory, now }: Pick<Context, 'directory' | 'now'>) => {
  const policy = policyOn(file.subject.place, dayOf(now));
  if (!policy.ok) return policy;
  const { orgPath } = file.subject;
  const unitId = file.ticket?.unitId ?? '';
  const orgs = await directory.orgs([...orgPath, unitId]);
  return ok({
    names: { unit: orgs.find(({ _id }) => _id === unitId)?.name ?? '', post: '' },
    upperBureauId: upperBureauOf(orgPath, orgs)._id,
    rules: { ...policy.value.ticket, ...policy.value.workingTime },
    wordsMax: policy.value.rating.commentMaxCharacters.value,
  });
};
