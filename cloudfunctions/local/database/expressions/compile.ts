import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { evaluationOf, requireKnown } from './evaluate';

/** Makes expressions ready for `$expr`; an unknown operator is refused even when no document meets it. */
export const expressionsWith =
  (variables: PlainObject) =>
  (expression: unknown): ((document: PlainObject) => unknown) => {
    refuseUnknown(expression);
    return (document) => evaluationOf(document, variables).evaluate(expression);
  };

const refuseUnknown = (expression: unknown): void => {
  if (Array.isArray(expression)) for (const item of expression) refuseUnknown(item);
  if (!isPlainObject(expression)) return;
  for (const [name, operand] of Object.entries(expression)) {
    if (name.startsWith('$')) requireKnown(name);
    if (name !== '$literal') refuseUnknown(operand);
  }
};
