import type { TextCheck } from '@shared/domain/rating-file';
import type { OpenPlatform } from '../../ports/open-platform';

/** No words need no check. */
export const textCheckOf = async (words: string, { checkText }: OpenPlatform): Promise<TextCheck> =>
  words === '' ? 'none' : checkText(words);
