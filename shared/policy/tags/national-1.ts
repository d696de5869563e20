const codes = (first: number, last = first): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => String(first + i));

/**
 * The first edition of the national tags, kept as history: its codes only, because its words were not found. They say
 * why an old code is unknown to today's dictionary; no new rating can use them.
 */
export const RETIRED_TAG_CODES: readonly string[] = [
  ...codes(501, 509),
  ...codes(401, 402),
  ...codes(404, 405),
  ...codes(301, 306),
  ...codes(201, 206),
  ...codes(101, 107),
];
