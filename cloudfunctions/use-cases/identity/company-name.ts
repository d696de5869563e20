import { cleanComment, countCharacters, hasReason } from '@shared/domain/rating';
import { ok, type Result, refuse } from '@shared/kernel/result';

const MIN_CHARACTERS = 2;
const MAX_CHARACTERS = 60;

/** 单位名称 as on its licence: any letters, digits and brackets, but something that can be read. */
export const readCompanyName = (typed: string): Result<string, 'identity.companyNameInvalid'> => {
  const name = cleanComment(typed.normalize('NFKC')).replace(/\s+/g, ' ');
  const characters = countCharacters(name);
  const isReadable = hasReason({ tags: [], comment: name }) && characters >= MIN_CHARACTERS;
  return isReadable && characters <= MAX_CHARACTERS ? ok(name) : refuse('identity.companyNameInvalid');
};
