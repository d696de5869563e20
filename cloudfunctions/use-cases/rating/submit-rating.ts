import type { submitRating as contract } from '@shared/contracts/citizen';
import type { InputOf } from '@shared/contracts/contract';
import { checkDraft, cleanComment, type RatingDraft } from '@shared/domain/rating';
import { openFile, type RatingFile } from '@shared/domain/rating-file';
import { routeOf } from '@shared/domain/ticket';
import type { RefusalCode } from '@shared/kernel/refusals';
import { ok, type Result } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { policyOn } from '@shared/policy/in-force';
import type { Context, UseCase } from '../../ports/context';
import { ownPhotos } from '../photo/photo-token';
import { describeWindow } from '../window/describe-window';
import { findService, type Target } from './find-service';
import { quarantineExcess } from './quarantine-excess';
import { receiptOf } from './receipt';
import { subjectOf } from './subject';

type Input = InputOf<typeof contract>;

const decide = async (target: Target, input: Input, context: Context): Promise<Result<RatingFile, RefusalCode>> => {
  const rated = await target.resolve();
  if (!rated.ok) return rated;
  const described = await describeWindow(rated.value.window, context.directory);
  const policy = policyOn(described.place, dayOf(context.now));
  if (!policy.ok) return policy;
  const photos = ownPhotos(input.photos, context);
  if (!photos.ok) return photos;
  const draft = checkDraft({ ...input, photos: photos.value }, policy.value.rating, policy.value.tags);
  if (!draft.ok) return draft;

  const { level, tags, comment } = draft.value;
  const [subject, textCheck] = await Promise.all([
    subjectOf(rated.value, described, context.directory),
    comment === '' ? ('none' as const) : context.openPlatform.checkText(comment),
  ]);
  const route = routeOf(described.window, subject.staffId, described.orgs, policy.value.ticket);
  const unitName = described.orgs.find((org) => org._id === route.unitId)?.name ?? '';
  const { idempotencyKey } = input;
  const channel = input.scene === undefined ? 'ownService' : 'windowCode';
  const fresh = {
    id: target.ratingId,
    shortNo: context.digests.shortNo(target.ratingId),
    draft: { level, tags, comment, photos: draft.value.photos },
    route,
    given: {
      idempotencyKey,
      channel,
      subject,
      raterRef: context.actor.ref,
      verification: rated.value.verification,
      textCheck,
    },
  } as const;
  return ok(openFile(fresh, unitName, context.now, policy.value));
};

/** What is kept says the same as what was sent now. */
const saysTheSame = (stored: RatingFile, input: Input, context: Context): boolean => {
  const photos = ownPhotos(input.photos, context);
  const said = (draft: RatingDraft) =>
    JSON.stringify([draft.level, [...new Set(draft.tags)], draft.comment, draft.photos]);
  return photos.ok && said(stored) === said({ ...input, comment: cleanComment(input.comment), photos: photos.value });
};

/** 提交评价: one write holds the rating and, for a bad one, its ticket; the same try again gets the same receipt. */
export const submitRating: UseCase<typeof contract> = async (input, context) => {
  const target = await findService(input, context);
  const file = target.ok ? await decide(target.value, input, context) : target;
  const inserted = file.ok ? await context.ratings.insert(file.value) : file;
  if (inserted.ok) {
    await quarantineExcess(inserted.value, context);
    return ok(receiptOf(inserted.value, true));
  }
  // Perhaps this is the retry of an answer that was lost on its way: what was kept then counts, whatever changed since.
  const stored = await context.ratings.ofTry(context.actor.ref, input.idempotencyKey);
  return stored ? ok(receiptOf(stored, saysTheSame(stored, input, context))) : inserted;
};
