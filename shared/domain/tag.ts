import type { Citation } from '../kernel/clause';
import type { RatingLevel } from './rating';

/** 评价标签. `about` is the indicator group (TQ-6, CZ-5): the service item or the person who served. */
export type Tag = {
  /** Three digits; the first is the level in the national coding, 5 = 非常满意. */
  readonly code: string;
  readonly level: RatingLevel;
  readonly text: string;
  readonly about: 'item' | 'staff';
  /** Base tags show at once, the others on 展开. */
  readonly base: boolean;
};

/** 标签库 of one edition; a rating keeps the edition under which it was made. */
export type TagDictionary = {
  readonly id: string;
  readonly title: string;
  readonly source: Citation;
  readonly tags: readonly Tag[];
};
