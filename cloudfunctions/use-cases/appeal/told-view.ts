import type { ToldRating } from '@shared/domain/told-rating';
import { tagTexts } from '@shared/policy/tags/texts';

/** 告知本人的差评, without his appeal. */
export const toldView = ({ dictionary, tags, appeal: _appeal, ...told }: ToldRating) => ({
  ...told,
  tags: tagTexts(dictionary, tags),
});
