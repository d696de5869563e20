import type { showClue as contract } from '@shared/contracts/clue';
import { ok } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { tagTexts } from '@shared/policy/tags/texts';
import type { OfficialUseCase } from '../../ports/context';
import { ownClue } from './own-clue';
import { openContent } from './seal';

/** 线索详情: opens the seal. */
export const showClue: OfficialUseCase<typeof contract> = async ({ clueId }, context) => {
  const clue = await ownClue(clueId, context);
  if (!clue.ok) return clue;
  const opened = openContent(clue.value, context.vault);
  if (!opened.ok) return opened;
  const { content, hash } = opened.value;
  const { clueNo, bureauName, at, state } = clue.value;
  return ok({
    ...{ clueId, clueNo, state, hash },
    from: bureauName,
    on: dayOf(at),
    note: content.note,
    rating: {
      level: content.level,
      tags: tagTexts(content.dictionary, content.tags),
      comment: content.comment,
      photoUrls: [...(await context.photos.links(content.photos))],
      ratedOn: content.ratedOn,
      servedBy: content.servedBy,
      caseNo: content.caseNo,
    },
  });
};
