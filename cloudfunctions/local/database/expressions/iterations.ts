import { requestFailed } from '../../protocol/cloud-error';
import { isPlainObject } from '../../protocol/plain';
import { ELEMENT, spend } from '../values/memory-budget';
import { type Evaluation, isNothing, isTrue, namedOperands, type Operator, type Operators } from './operator';
import { typeNameOf } from './type-name';

const variableNamed = (name: unknown): string => {
  if (name === undefined) return 'this';
  if (typeof name === 'string' && /^[a-z][\w]*$|^\P{ASCII}/u.test(name)) return name;
  throw requestFailed(`'${String(name)}' starts with an invalid character for a user variable name`);
};

/** null where there is no list. */
const inputOf = (name: string, value: unknown): readonly unknown[] | null => {
  if (isNothing(value)) return null;
  if (!Array.isArray(value)) throw requestFailed(`input to ${name} must be an array not ${typeNameOf(value)}`);
  return value;
};

const filter: Operator = (operand, at) => {
  const { input, as, cond } = namedOperands('$filter', operand, ['input', 'cond'], ['as']);
  const name = variableNamed(as);
  const list = inputOf('$filter', at.evaluate(input));
  return list ? list.filter((item) => isTrue(at.evaluate(cond, { [name]: item }))) : null;
};

const map: Operator = (operand, at) => {
  const { input, as, in: expression } = namedOperands('$map', operand, ['input', 'in'], ['as']);
  const name = variableNamed(as);
  const list = inputOf('$map', at.evaluate(input));
  return list ? list.map((item) => at.evaluate(expression, { [name]: item }) ?? null) : null;
};

const reduce: Operator = (operand, at) => {
  const spec = namedOperands('$reduce', operand, ['input', 'initialValue', 'in'], []);
  const list = at.evaluate(spec.input);
  if (isNothing(list)) return null;
  if (!Array.isArray(list))
    throw requestFailed(`$reduce requires that 'input' be an array, found: ${JSON.stringify(list)}`);
  return list.reduce(
    (value: unknown, item) => at.evaluate(spec.in, { value, this: item }),
    at.evaluate(spec.initialValue),
  );
};

const letIn: Operator = (operand, at) => {
  const { vars, in: expression } = namedOperands('$let', operand, ['vars', 'in'], []);
  if (!isPlainObject(vars)) throw requestFailed('invalid parameter: expected an object (vars)');
  const bound = Object.entries(vars).map(([name, value]) => [variableNamed(name), at.evaluate(value)]);
  return at.evaluate(expression, Object.fromEntries(bound));
};

const zip: Operator = (operand, at) => {
  const spec = namedOperands('$zip', operand, ['inputs'], ['useLongestLength', 'defaults']);
  const longest = spec.useLongestLength === true;
  if (spec.defaults !== undefined && !longest)
    throw requestFailed('cannot specify defaults unless useLongestLength is true');
  const lists = zipInputs(spec.inputs, at);
  if (!lists) return null;
  const defaults = spec.defaults === undefined ? [] : at.evaluate(spec.defaults);
  if (!Array.isArray(defaults)) throw requestFailed('defaults must be an array of expressions');
  if (defaults.length > 0 && defaults.length !== lists.length)
    throw requestFailed('defaults and inputs must have the same length');
  const lengths = lists.map(({ length }) => length);
  const length = longest ? Math.max(...lengths) : Math.min(...lengths);
  spend('$zip', length * lists.length * ELEMENT);
  return Array.from({ length }, (_, row) =>
    lists.map((list, column) => (row < list.length ? list[row] : (defaults[column] ?? null))),
  );
};

const zipInputs = (inputs: unknown, at: Evaluation): readonly (readonly unknown[])[] | undefined => {
  if (!Array.isArray(inputs)) throw requestFailed('inputs must be an array of expressions');
  if (inputs.length === 0) throw requestFailed('$zip requires at least one input array');
  const lists = inputs.map((input) => at.evaluate(input));
  if (lists.some(isNothing)) return undefined;
  const stranger = lists.find((list) => !Array.isArray(list));
  if (stranger !== undefined)
    throw requestFailed(`$zip found a non-array expression in input: ${JSON.stringify(stranger)}`);
  return lists as unknown[][];
};

/** Operators that bind variables, and `$zip`, which walks several lists at once. */
export const ITERATIONS: Operators = { $filter: filter, $map: map, $reduce: reduce, $let: letIn, $zip: zip };
