import { Context } from 'mingo';
import { evalExpr } from 'mingo/core';
import type * as expressions from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { requestFailed } from '../protocol/cloud-error';
import { isPlainObject } from '../protocol/plain';
import { withinLimit } from './bounded-expression';
import { internalSize, sizeOf } from './document-size';
import { spend } from './memory-budget';

type Expression = (typeof expressions)['$year'];
type Stage = (typeof pipeline)['$match'];

/** Bytes that one element of an array, or one further document over shared fields, takes at least. */
const ELEMENT = 16;
const DOCUMENT = 128;

/** The same operators, but what would fill the memory is refused before it is made. Within `withMemoryBudget`. */
export const limitedOptions = ({ context, ...options }: Options): Options => ({
  ...options,
  context: Context.from(limitedContext(context), context),
});

const limitedContext = (context: Context): Context =>
  Context.init({
    expression: Object.fromEntries([
      ...Object.keys(EXPRESSIONS).map((name) => [name, limitedExpression(context, name)]),
      ...MATCHING.map((name) => [name, watchedExpression(context, name)]),
    ]),
    pipeline: Object.fromEntries(Object.keys(pipeline).map((name) => [name, limitedStage(context, name)])),
  });

const limitedStage = (context: Context, name: string): Stage => {
  const stage = context.getOperator('pipeline' as never, name) as Stage;
  if (PASSED_ON.has(name)) return stage;
  return (stream, specification, options) => {
    if (name === '$sample') refuseSample(specification);
    return stage(stream, specification, options).map((document: unknown) => {
      const size = NOT_LARGER.has(name) ? 0 : internalSize(document);
      spend(name, name === '$lookup' ? size : DOCUMENT);
      return document;
    });
  };
};

/** What these make is no larger than what they were given. */
const NOT_LARGER = new Set(['$unwind', '$sample']);
/** These make no document. */
const PASSED_ON = new Set(['$match', '$sort', '$limit', '$skip', '$count']);

const refuseSample = (specification: unknown): void => {
  const size = isPlainObject(specification) ? specification.size : undefined;
  if (typeof size !== 'number') throw requestFailed('size argument to $sample must be a number');
  if (!Number.isInteger(size) || size < 0) throw requestFailed('size argument to $sample must not be negative');
};

const limitedExpression = (context: Context, name: string): Expression => {
  const operator = context.getOperator('expression' as never, name) as Expression;
  const limit = EXPRESSIONS[name];
  return ((document: unknown, operand: unknown, options: Options) => {
    const evaluated = limit?.(operand, (part) => evalExpr(document as never, part as never, options));
    return operator(document as never, (evaluated ?? operand) as never, options);
  }) as never;
};

const MATCHING = ['$regexMatch', '$regexFind', '$regexFindAll'];

const watchedExpression = (context: Context, name: string): Expression => {
  const operator = context.getOperator('expression' as never, name) as Expression;
  return (document, operand, options) => withinLimit(() => operator(document, operand, options));
};

/** Tells what an operator will make, and answers its operand with evaluated parts as literals: none is evaluated twice. */
type Limit = (operand: unknown, evaluate: (part: unknown) => unknown) => unknown;

const literal = (value: unknown) => ({ $literal: value });
const lengthOf = (value: unknown): number => (Array.isArray(value) || typeof value === 'string' ? value.length : 0);

const ofList =
  (name: string, elements: (list: readonly unknown[]) => number): Limit =>
  (operand, evaluate) => {
    const list = evaluate(operand);
    if (!Array.isArray(list)) return literal(list);
    spend(name, elements(list) * ELEMENT);
    return list.map(literal);
  };

const total = (list: readonly unknown[]): number => list.reduce<number>((sum, one) => sum + lengthOf(one), 0);

const EXPRESSIONS: Readonly<Record<string, Limit>> = {
  $range: ofList('$range', ([from, to, step = 1]) => Math.max(0, (Number(to) - Number(from)) / Number(step)) || 0),
  $concatArrays: ofList('$concatArrays', total),
  $concat: ofList('$concat', (list) => total(list) / ELEMENT),
  $split: ofList('$split', ([text]) => lengthOf(text)),
  $map: (operand, evaluate) => {
    if (!isPlainObject(operand)) return operand;
    const input = evaluate(operand.input);
    spend('$map', lengthOf(input) * (ELEMENT + sizeOf(operand.in)));
    return { ...operand, input: literal(input) };
  },
  $zip: (operand, evaluate) => {
    if (!isPlainObject(operand)) return operand;
    const inputs = evaluate(operand.inputs);
    if (!Array.isArray(inputs)) return { ...operand, inputs: literal(inputs) };
    spend('$zip', inputs.length * Math.max(0, ...inputs.map(lengthOf)) * ELEMENT);
    return { ...operand, inputs: inputs.map(literal) };
  },
};
