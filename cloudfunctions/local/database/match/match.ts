import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { isTrue } from '../expressions/operator';
import { someOnPath, someWholeOnPath, type Test } from '../values/path-walk';
import { type Ask, conditionOn, type Predicate } from './condition';
import { distanceOf } from './geo-operators';
import { jsonSchemaTest } from './json-schema';

/** Makes an aggregation expression ready to be evaluated over documents, for `$expr`; throws when there is none of this kind. */
export type CompileExpression = (expression: unknown) => (document: PlainObject) => unknown;

/** The exact meaning of a query: https://www.mongodb.com/docs/manual/reference/operator/query/. Throws what MongoDB refuses. */
export const compileQuery = (query: unknown, expressions: CompileExpression): Test => {
  if (!isPlainObject(query)) throw requestFailed('a query must be an object');
  const parts = Object.entries(query)
    .filter(([key]) => key !== '$comment')
    .map(([key, value]) =>
      key.startsWith('$') ? topLevel(key, value, expressions) : fieldTest(key, value, expressions),
    );
  const [only] = parts;
  return only && parts.length === 1 ? only : (document) => parts.every((part) => part(document));
};

const fieldTest = (path: string, condition: unknown, expressions: CompileExpression): Test => {
  const names = path.split('.');
  const holds: Predicate = conditionOn(condition, path, (query) => compileQuery(query, expressions));
  return (document) => {
    const ask: Ask = (test, whole) => (whole ? someWholeOnPath : someOnPath)(document, names, test);
    return holds(ask);
  };
};

const topLevel = (operator: string, operand: unknown, expressions: CompileExpression): Test => {
  const compile = TOP_LEVEL.get(operator);
  if (compile) return compile(operand, expressions);
  if (NOT_EMULATED.has(operator)) throw notEmulated(`the query operator ${operator}`);
  throw requestFailed(`unknown top level operator: ${operator}`);
};

const NOT_EMULATED = new Set(['$where', '$text', '$search', '$sampleRate', '$alwaysTrue', '$alwaysFalse']);

type CompileTopLevel = (operand: unknown, expressions: CompileExpression) => Test;

const COMPILERS: Record<string, CompileTopLevel> = {
  $and: (operand, expressions) => {
    const branches = branchesOf('$and', operand, expressions);
    return (document) => branches.every((branch) => branch(document));
  },
  $or: (operand, expressions) => {
    refuseNear(operand);
    const branches = branchesOf('$or', operand, expressions);
    return (document) => branches.some((branch) => branch(document));
  },
  $nor: (operand, expressions) => {
    refuseNear(operand);
    const branches = branchesOf('$nor', operand, expressions);
    return (document) => !branches.some((branch) => branch(document));
  },
  $expr: (expression, expressions) => {
    const evaluate = expressions(expression);
    return (document) => isTrue(evaluate(document as PlainObject));
  },
  $jsonSchema: (schema) => jsonSchemaTest(schema),
};
const TOP_LEVEL = new Map(Object.entries(COMPILERS));

const branchesOf = (operator: string, operand: unknown, expressions: CompileExpression): readonly Test[] => {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} must be an array`);
  if (operand.length === 0) throw requestFailed('$and/$or/$nor must be a nonempty array');
  return operand.map((branch) => {
    if (!isPlainObject(branch)) throw requestFailed('$or/$and/$nor entries need to be full objects');
    return compileQuery(branch, expressions);
  });
};

const refuseNear = (branches: unknown): void => {
  if (Array.isArray(branches) && branches.filter(isPlainObject).some(distanceOf))
    throw requestFailed('geoNear must be top-level expr');
};
