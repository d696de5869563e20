/** The check digits once more, from the standards' own wording: the weight of place i (from the right, 1) is base^(i-1). */
const weighted = (values: readonly number[], base: number, modulus: number): number =>
  values.reduceRight(
    ({ sum, weight }, value) => ({ sum: (sum + value * weight) % modulus, weight: (weight * base) % modulus }),
    { sum: 0, weight: base },
  ).sum;

/** The whole ID number for these 17 digits: digits and check add up to 1 modulo 11 (ISO 7064, MOD 11-2). */
export const withCheckDigit = (body: string): string => {
  const check = (12 - weighted([...body].map(Number), 2, 11)) % 11;
  return body + (check === 10 ? 'X' : String(check));
};

/** Different each time it is asked, the same in every run (mulberry32). */
export const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
};
