type Definition = {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly innerType?: unknown;
  readonly valueType?: unknown;
  readonly options?: readonly unknown[];
  readonly items?: readonly unknown[];
  readonly in?: unknown;
  readonly out?: unknown;
  readonly left?: unknown;
  readonly right?: unknown;
};

const definitionOf = (schema: unknown): Definition | undefined =>
  (schema as { _zod?: { def?: Definition } } | undefined)?._zod?.def;

/** Every field name that a zod schema can let through, at any depth. */
export const fieldsOf = (schema: unknown): ReadonlySet<string> => {
  const def = definitionOf(schema);
  if (!def) return new Set();
  const { shape = {}, options = [], items = [], element, innerType, valueType, left, right } = def;
  const parts = [
    ...Object.values(shape),
    ...options,
    ...items,
    element,
    innerType,
    valueType,
    left,
    right,
    def.in,
    def.out,
  ];
  return new Set([...Object.keys(shape), ...parts.flatMap((part) => [...fieldsOf(part)])]);
};
