import { ok, type Result, refuse } from '../kernel/result';

const MIN_CHARACTERS = 2;
const MAX_CHARACTERS = 50;
const CHINESE = /^[\p{Unified_Ideograph}〇]+(?:·[\p{Unified_Ideograph}〇]+)*$/u;
const LATIN = /^\p{Script=Latin}+(?:[ '-]\p{Script=Latin}+)*$/u;
/** What keyboards write for the middle dot of a name, such as 阿卜杜·热合曼. */
const DOTS = /[•・‧∙⋅]/g;

const hasFittingLength = (name: string): boolean => {
  const characters = [...name].length;
  return characters >= MIN_CHARACTERS && characters <= MAX_CHARACTERS;
};

/** 姓名 as the document has it: Chinese characters, rare ones too, or Latin letters; a rare character counts as one. */
export const readPersonName = (typed: string): Result<string, 'identity.nameInvalid'> => {
  const spaced = typed.normalize('NFKC').trim().replace(DOTS, '·').replace(/’/g, "'").replace(/ +/g, ' ');
  // A blank between Chinese characters is a habit of forms, no part of the name.
  const chinese = spaced.replaceAll(' ', '');
  const name = CHINESE.test(chinese) ? chinese : spaced;
  return hasFittingLength(name) && (CHINESE.test(name) || LATIN.test(name)) ? ok(name) : refuse('identity.nameInvalid');
};
