import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject, type PlainObject } from '../../protocol/plain';
import { regularExpression } from '../../protocol/regular-expression';
import { boundedTest } from '../values/bounded-expression';
import type { Test } from '../values/path-walk';
import { type CompileSchema, countOperand, type Keyword } from './json-schema-keyword';

/** A keyword about objects lets everything else pass. */
const onObjects =
  (holds: (object: PlainObject) => boolean): Test =>
  (value) =>
    !isPlainObject(value) || holds(value);

const namesOperand = (name: string, operand: unknown): readonly string[] => {
  if (Array.isArray(operand) && operand.length > 0 && operand.every((item) => typeof item === 'string')) return operand;
  throw requestFailed(`$jsonSchema keyword '${name}' must be an array of strings with at least one element`);
};

const objectOperand = (name: string, operand: unknown): PlainObject => {
  if (isPlainObject(operand)) return operand;
  throw requestFailed(`$jsonSchema keyword '${name}' must be an object`);
};

const patternsOf = (
  operand: unknown,
  compile: CompileSchema,
): readonly (readonly [(name: string) => boolean, Test])[] =>
  Object.entries(objectOperand('patternProperties', operand)).map(([pattern, schema]) => [
    boundedTest(regularExpression(pattern, '')),
    compile(schema),
  ]);

export const OBJECT_KEYWORDS: Record<string, Keyword> = {
  required: (operand) => {
    const names = namesOperand('required', operand);
    return onObjects((object) => names.every((name) => Object.hasOwn(object, name)));
  },
  minProperties: (operand) => {
    const least = countOperand('minProperties', operand);
    return onObjects((object) => Object.keys(object).length >= least);
  },
  maxProperties: (operand) => {
    const most = countOperand('maxProperties', operand);
    return onObjects((object) => Object.keys(object).length <= most);
  },
  properties: (operand, _, compile) => {
    const schemas = Object.entries(objectOperand('properties', operand)).map(
      ([name, schema]) => [name, compile(schema)] as const,
    );
    return onObjects((object) =>
      schemas.every(([name, schema]) => !Object.hasOwn(object, name) || schema(object[name])),
    );
  },
  patternProperties: (operand, _, compile) => {
    const patterns = patternsOf(operand, compile);
    return onObjects((object) =>
      Object.entries(object).every(([name, value]) =>
        patterns.every(([pattern, schema]) => !pattern(name) || schema(value)),
      ),
    );
  },
  additionalProperties: (operand, schema, compile) => {
    if (operand === true) return () => true;
    const named = new Set(Object.keys(objectOperand('properties', schema.properties ?? {})));
    const patterns = patternsOf(schema.patternProperties ?? {}, compile);
    const other = operand === false ? () => false : compile(operand);
    const isNamed = (name: string) => named.has(name) || patterns.some(([pattern]) => pattern(name));
    return onObjects((object) => Object.entries(object).every(([name, value]) => isNamed(name) || other(value)));
  },
  dependencies: (operand, _, compile) => {
    const rules = Object.entries(objectOperand('dependencies', operand)).map(([name, rule]) => {
      if (!Array.isArray(rule)) return [name, compile(rule)] as const;
      const wanted = namesOperand('dependencies', rule);
      return [name, (object: unknown) => wanted.every((one) => Object.hasOwn(object as PlainObject, one))] as const;
    });
    return onObjects((object) => rules.every(([name, rule]) => !Object.hasOwn(object, name) || rule(object)));
  },
};
