import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject } from '../../protocol/plain';
import { expressionsWith } from '../expressions/compile';
import { typeNameOf } from '../expressions/type-name';
import { sorted, sortSpec } from '../find/sort';
import { compileQuery } from '../match/match';
import { groupStage } from './group';
import { over, type Stage } from './stage';

export const matchStage: Stage = (documents, query, variables) => {
  if (!isPlainObject(query)) throw requestFailed('the match filter must be an expression in an object');
  return documents.filter(compileQuery(query, expressionsWith(variables)));
};

export const sortStage: Stage = (documents, order) => {
  if (!isPlainObject(order)) throw requestFailed('the $sort key specification must be an object');
  if (Object.keys(order).length === 0) throw requestFailed('$sort stage must have at least one sort key');
  return sorted(documents, sortSpec(order));
};

const wholeNumber = (name: string, value: unknown, least: 0 | 1): number => {
  if (typeof value !== 'number') throw requestFailed(`Argument to ${name} must be a number`);
  if (value < least)
    throw requestFailed(least === 1 ? 'the limit must be positive' : `Argument to ${name} cannot be negative`);
  return Math.trunc(value);
};

export const limitStage: Stage = (documents, limit) => documents.slice(0, wholeNumber('$limit', limit, 1));

export const skipStage: Stage = (documents, skip) => documents.slice(wholeNumber('$skip', skip, 0));

export const countStage: Stage = (documents, field) => {
  if (typeof field !== 'string' || field === '') throw requestFailed('the count field must be a non-empty string');
  if (field.startsWith('$')) throw requestFailed('the count field cannot be a $-prefixed path');
  if (field.includes('.')) throw requestFailed("the count field cannot contain '.'");
  return documents.length === 0 ? [] : [{ [field]: documents.length }];
};

export const sortByCountStage: Stage = (documents, by, variables) => {
  const isExpression = isPlainObject(by) && Object.keys(by)[0]?.startsWith('$');
  const isPath = typeof by === 'string' && by.startsWith('$');
  if (!isExpression && !isPath)
    throw requestFailed('the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
  return sorted(groupStage(documents, { _id: by, count: { $sum: 1 } }, variables), sortSpec({ count: -1 }));
};

/** Distinct documents, as many as there are. */
export const sampleStage: Stage = (documents, spec) => {
  if (!isPlainObject(spec)) throw requestFailed('the $sample stage specification must be an object');
  if (typeof spec.size !== 'number') throw requestFailed('size argument to $sample must be a number');
  if (spec.size < 0) throw requestFailed('size argument to $sample must not be negative');
  return documents
    .map((document) => ({ document, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .slice(0, spec.size)
    .map(({ document }) => document);
};

export const replaceRootStage: Stage = (documents, spec, variables) => {
  if (!isPlainObject(spec) || !('newRoot' in spec))
    throw requestFailed('no newRoot specified for the $replaceRoot stage');
  return documents.map((document) => {
    const root = over(document, variables).evaluate(spec.newRoot);
    if (isPlainObject(root)) return root;
    throw requestFailed(
      `'newRoot' expression must evaluate to an object, but resulting value was: ${JSON.stringify(root) ?? 'MISSING'}. Type of resulting value: '${typeNameOf(root)}'`,
    );
  });
};
