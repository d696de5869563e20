const MIN_KEY_LENGTH = 32;

/** Keys by version; the one configured last is in use, all are still honoured. */
export type Keyring = {
  readonly keys: ReadonlyMap<string, string>;
  readonly newest: { readonly version: string; readonly key: string };
};

/** Throws when a key is too short; the key itself is never quoted. */
export const requireKey = (name: string, key: string) => {
  if (key.length < MIN_KEY_LENGTH)
    throw new Error(`configuration: ${name} needs at least ${MIN_KEY_LENGTH} characters`);
};

const DIGITS = { 1: 'one digit each', 2: 'one or two digits each' } as const;

/** Reads `1:key,2:key`; throws on any other form, on a version named twice and on a short key. */
export const readKeyring = (name: string, text: string, mostDigits: keyof typeof DIGITS): Keyring => {
  const form = new RegExp(`^([0-9]{1,${mostDigits}}):(.+)$`);
  const entries = text.split(',').map((entry) => {
    const [, version, key] = form.exec(entry.trim()) ?? [];
    if (!version || !key) throw new Error(`configuration: ${name} reads \`1:key,2:key\`, ${DIGITS[mostDigits]}`);
    requireKey(`${name} ${version}`, key);
    return { version, key };
  });
  const keys = new Map(entries.map(({ version, key }) => [version, key]));
  if (keys.size < entries.length) throw new Error(`configuration: ${name} names a version twice`);
  const newest = entries.at(-1);
  if (newest === undefined) throw new Error(`configuration: ${name} has no key`);
  return { keys, newest };
};
