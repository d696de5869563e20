import { caseNoOf, serviceKeyOf } from '@shared/domain/service-case';
import fc from 'fast-check';

it('一事一评：每次服务有自己的键，从键能认回办件编号', () => {
  const anyService = fc.tuple(fc.string({ minLength: 1, maxLength: 50 }), fc.integer({ min: 1, max: 99 }));
  fc.assert(
    fc.property(anyService, anyService, (a, b) => {
      expect(caseNoOf(serviceKeyOf(...a))).toBe(a[0]);
      expect(serviceKeyOf(...a) === serviceKeyOf(...b)).toBe(a[0] === b[0] && a[1] === b[1]);
    }),
  );
});
