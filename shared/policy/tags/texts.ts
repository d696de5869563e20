import type { TagDictionary } from '../../domain/tag';
import { national2 } from './national-2';

/** Every edition under which ratings were given; a rating is read by its own, whatever is in force today. */
const EDITIONS: readonly TagDictionary[] = [national2];

/** The words of these tags in that edition; a code that it does not have is shown as it is. */
export const tagTexts = (dictionaryId: string, codes: readonly string[]): string[] => {
  const edition = EDITIONS.find(({ id }) => id === dictionaryId);
  return codes.map((code) => edition?.tags.find((tag) => tag.code === code)?.text ?? code);
};
