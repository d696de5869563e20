/** The parts as one text, each after its length: ('ab','c') and ('a','bc') stay apart. */
export const lengthPrefixed = (...parts: readonly string[]): string =>
  parts.map((part) => `${part.length}:${part}`).join('');
