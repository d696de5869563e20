import { Context, ProcessingMode } from 'mingo';
import { evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as windows from 'mingo/operators/window';
import type { Options } from 'mingo/types';
import { isPlainObject } from '../protocol/plain';
import { compileQuery, type Evaluate } from './match';

type Expression = (typeof expressions)['$year'];

/** MongoDB answers null for the parts of a date that is missing; mingo throws. */
const nullWithoutDate =
  (operator: Expression): Expression =>
  (document, expression, options) => {
    const operand = isPlainObject(expression) && 'date' in expression ? expression.date : expression;
    const date = evalExpr(document, Array.isArray(operand) ? operand[0] : operand, options);
    return (date === null || date === undefined ? null : operator(document, expression, options)) as never;
  };

const { $year, $month, $dayOfMonth, $dayOfWeek, $dayOfYear, $hour, $minute, $second, $millisecond } = expressions;
const { $week, $isoWeek, $isoWeekYear, $isoDayOfWeek, $dateToString, $dateToParts } = expressions;
const dateParts = Object.fromEntries(
  Object.entries({
    ...{ $year, $month, $dayOfMonth, $dayOfWeek, $dayOfYear, $hour, $minute, $second, $millisecond },
    ...{ $week, $isoWeek, $isoWeekYear, $isoDayOfWeek, $dateToString, $dateToParts },
  }).map(([name, operator]) => [name, nullWithoutDate(operator as Expression)]),
);

export const evaluateWith =
  (options: Options): Evaluate =>
  (expression, document) =>
    evalExpr(document, expression, options);

/** The stage `$match` means what a query means. */
const matchStage: (typeof pipeline)['$match'] = (stream, query, options) =>
  stream.filter(compileQuery(query, evaluateWith(options)));

export const contextWith = (stages: Record<`$${string}`, (typeof pipeline)['$match']>): Context =>
  Context.init({
    accumulator: { ...accumulators },
    expression: { ...expressions, ...dateParts },
    pipeline: { ...pipeline, $match: matchStage, ...stages },
    window: { ...windows },
  });

export const optionsWith = (context: Context): Options => ({
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context,
});

export const mingoOptions = optionsWith(contextWith({}));
