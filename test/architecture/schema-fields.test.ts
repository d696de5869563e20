import * as z from 'zod/mini';
import { fieldsOf } from './schema-fields';

describe('the walk through a schema', () => {
  it('finds a field however deep it lies', () => {
    const inner = z.object({ raterRef: z.string() });
    for (const schema of [
      inner,
      z.array(inner),
      z.nullable(inner),
      z.optional(z.array(z.nullable(inner))),
      z.object({ a: z._default(inner, { raterRef: '' }) }),
      z.union([z.string(), inner]),
      z.record(z.string(), inner),
      z.tuple([z.string(), inner]),
      z.intersection(z.object({ b: z.string() }), inner),
      z.readonly(inner),
    ]) {
      expect(fieldsOf(schema)).toContain('raterRef');
    }
  });
});
