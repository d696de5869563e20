import { national2 } from '@shared/policy/tags/national-2';

/** The words of a tag; an answer may carry its code or its words. */
export const sayTag = (tag: string): string => national2.tags.find(({ code }) => code === tag)?.text ?? tag;
