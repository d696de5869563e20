import type { listClusters as contract } from '@shared/contracts/ticket-lists';
import type { Likeness } from '@shared/domain/ticket-filters';
import { CAUSE_LABELS } from '@shared/domain/ticket-labels';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { tagTexts } from '@shared/policy/tags/texts';
import type { OfficialUseCase } from '../../ports/context';
import { namesFor, recentFrom } from './ticket-cells';

/** What they have in common, in words. */
export const sayLikeness = (like: Likeness): string =>
  like.by === 'tag' ? (tagTexts(like.dictionary, [like.tag])[0] ?? like.tag) : CAUSE_LABELS[like.cause];

/** 同类问题, most first. */
export const listClusters: OfficialUseCase<typeof contract> = async (_input, context) => {
  const { actor, now, ratings } = context;
  if (!actor.staff) return refuse('request.forbidden');
  const since = recentFrom(now);
  const [byTag, byCause] = await Promise.all([ratings.clusters('tag', since), ratings.clusters('cause', since)]);
  const found = [...byCause, ...byTag].sort((a, b) => b.count - a.count);
  const units = found.flatMap(({ like }) => (like.by === 'cause' ? [like.unitId] : []));
  const { names, scope } = await namesFor(actor.staff, units, context);
  return ok({
    scope,
    since: dayOf(since),
    items: found.map(({ like, count, open }) => ({
      ...{ like, count, open, title: sayLikeness(like) },
      unit: like.by === 'cause' ? (names.get(like.unitId) ?? '') : null,
    })),
  });
};
