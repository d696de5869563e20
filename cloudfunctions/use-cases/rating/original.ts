import type { RatingFile } from '@shared/domain/rating-file';
import { tagTexts } from '@shared/policy/tags/texts';

/** 原评价 in words; null when it was never changed. */
export const originalOf = (original: RatingFile['original']) =>
  original && {
    level: original.level,
    tags: tagTexts(original.dictionary, original.tags),
    comment: original.comment,
  };
