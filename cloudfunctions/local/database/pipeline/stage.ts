import type { PlainObject } from '../../protocol/plain';
import { evaluationOf } from '../expressions/evaluate';
import type { Evaluation } from '../expressions/operator';

export type Documents = readonly PlainObject[];

/** A stage of a pipeline: all documents in, all documents out; `variables` are those that an outer `lookup` gives. */
export type Stage = (documents: Documents, spec: unknown, variables: PlainObject) => Documents;

export const over = (document: unknown, variables: PlainObject): Evaluation => evaluationOf(document, variables);
