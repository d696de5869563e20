import { notEmulated, requestFailed } from '../../protocol/cloud-error';
import { isPlainObject } from '../../protocol/plain';
import type { Test } from '../values/path-walk';
import { equalValues } from '../values/values';
import { ARRAY_KEYWORDS } from './json-schema-arrays';
import type { CompileSchema, Keyword } from './json-schema-keyword';
import { OBJECT_KEYWORDS } from './json-schema-objects';
import { SCALAR_KEYWORDS } from './json-schema-scalars';

/** `$jsonSchema`, draft 4 as MongoDB takes it: https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/ */
export const jsonSchemaTest = (schema: unknown): Test => {
  if (!isPlainObject(schema)) throw requestFailed('$jsonSchema must be an object');
  const parts = Object.entries(schema).flatMap(([name, operand]) => {
    if (SILENT.has(name)) return [];
    const keyword = KEYWORDS.get(name);
    if (keyword) return [keyword(operand, schema, jsonSchemaTest)];
    if (UNSUPPORTED.has(name)) throw requestFailed(`$jsonSchema keyword '${name}' is not currently supported`);
    if (name === 'encrypt' || name === 'encryptMetadata') throw notEmulated(`the $jsonSchema keyword ${name}`);
    throw requestFailed(`Unknown $jsonSchema keyword: ${name}`);
  });
  return (value) => parts.every((part) => part(value));
};

/** They only qualify another keyword, or describe. */
const SILENT = new Set(['title', 'description', 'exclusiveMinimum', 'exclusiveMaximum', 'additionalItems']);
const UNSUPPORTED = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id']);

const schemasOf = (name: string, operand: unknown, compile: CompileSchema): readonly Test[] => {
  if (!Array.isArray(operand) || operand.length === 0)
    throw requestFailed(`$jsonSchema keyword '${name}' must be an array with at least one element`);
  return operand.map(compile);
};

const LOGICAL_KEYWORDS: Record<string, Keyword> = {
  enum: (operand) => {
    if (!Array.isArray(operand) || operand.length === 0)
      throw requestFailed("$jsonSchema keyword 'enum' must be an array with at least one element");
    return (value) => operand.some((item) => equalValues(item, value));
  },
  allOf: (operand, _, compile) => {
    const schemas = schemasOf('allOf', operand, compile);
    return (value) => schemas.every((schema) => schema(value));
  },
  anyOf: (operand, _, compile) => {
    const schemas = schemasOf('anyOf', operand, compile);
    return (value) => schemas.some((schema) => schema(value));
  },
  oneOf: (operand, _, compile) => {
    const schemas = schemasOf('oneOf', operand, compile);
    return (value) => schemas.filter((schema) => schema(value)).length === 1;
  },
  not: (operand, _, compile) => {
    const schema = compile(operand);
    return (value) => !schema(value);
  },
};

const KEYWORDS = new Map(
  Object.entries({ ...LOGICAL_KEYWORDS, ...SCALAR_KEYWORDS, ...ARRAY_KEYWORDS, ...OBJECT_KEYWORDS }),
);
