import { invalid } from './cloud-error';
import { decodeEjsonObject } from './ejson';
import { isPlainObject, type PlainObject } from './plain';
import { refusePrototypePaths } from './prototype-names';

/** The body of one request of the SDK, as it came. */
export type CloudRequest = PlainObject;

export const textField = (request: CloudRequest, name: string): string => {
  const value = request[name];
  if (typeof value !== 'string' || value === '') throw invalid(`${name} is required`);
  return value;
};

export const objectField = (request: CloudRequest, name: string): PlainObject =>
  request[name] === undefined ? {} : decodeEjsonObject(request[name], name);

export const countField = (request: CloudRequest, name: string): number | undefined => {
  const value = request[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalid(`${name} must be a whole number from 0`);
  return value;
};

export const listField = (request: CloudRequest, name: string): readonly unknown[] => {
  const value = request[name];
  if (!Array.isArray(value)) throw invalid(`${name} must be a list`);
  return value;
};

export const stagesField = (request: CloudRequest): PlainObject[] =>
  listField(request, 'stages').map((stage) => {
    if (!isPlainObject(stage) || typeof stage.stageKey !== 'string')
      throw invalid('a stage needs stageKey and stageValue');
    // count and similar stages send a bare string or number, which is no object
    const { value } = decodeEjsonObject(`{"value":${String(stage.stageValue)}}`, 'stageValue');
    refusePrototypePaths(value);
    return { [stage.stageKey]: value };
  });
