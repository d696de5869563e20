// Hyphens, the minus sign, blanks of every width, control characters, and whatever leaves nothing on the screen.
const BETWEEN_DIGITS = /[\s\p{Dash_Punctuation}\u2212\p{Control}\p{Default_Ignorable_Code_Point}]/gu;

/** A number or code as it was meant: full-width characters made plain, blanks, hyphens and invisible characters left out. */
export const typedNumber = (typed: string): string => typed.normalize('NFKC').replace(BETWEEN_DIGITS, '');
