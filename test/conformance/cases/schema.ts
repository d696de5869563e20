import type { ConformanceCase } from '../conformance-case';
import { finds, manual, refusesQuery } from '../finding';

const documents = [
  { _id: 'a', name: '张三', age: 30, tags: ['x', 'y'] },
  { _id: 'b', name: 'Li', age: 17.5 },
  { _id: 'c', name: 5, age: '30', tags: ['x', 'x'] },
  { _id: 'd', nick: 'z', tags: [] },
  { _id: 'e', name: '', age: 100, address: { city: '揭阳' } },
];

const about = { api: 'command.jsonSchema', source: manual('operator/query/jsonSchema'), documents };

const valid = (name: string, schema: object, found: string): ConformanceCase =>
  finds(about, name, ({ _ }) => _.jsonSchema(schema), found);
const property = (name: string, field: string, schema: object, found: string): ConformanceCase =>
  valid(name, { properties: { [field]: schema } }, found);
const refused = (name: string, schema: object, errMsg: string): ConformanceCase =>
  refusesQuery(about, name, ({ _ }) => _.jsonSchema(schema), errMsg);

export const SCHEMA_CASES: readonly ConformanceCase[] = [
  valid('required', { required: ['name', 'tags'] }, 'a c'),
  property('bsonType lets what is missing pass', 'name', { bsonType: 'string' }, 'a b d e'),
  property('bsonType int', 'age', { bsonType: 'int' }, 'a d e'),
  property('type number', 'age', { type: 'number' }, 'a b d e'),
  property('minimum asks numbers only', 'age', { minimum: 30 }, 'a c d e'),
  property('an exclusive maximum', 'age', { maximum: 100, exclusiveMaximum: true }, 'a b c d'),
  property('multipleOf', 'age', { multipleOf: 10 }, 'a c d e'),
  property('maxLength counts characters', 'name', { maxLength: 1 }, 'c d e'),
  property('pattern', 'name', { pattern: '^L' }, 'b c d'),
  property('enum', 'age', { enum: [30, '30'] }, 'a c d'),
  property('minItems', 'tags', { minItems: 1 }, 'a b c e'),
  property('uniqueItems', 'tags', { uniqueItems: true }, 'a b d e'),
  property('items', 'tags', { items: { enum: ['x'] } }, 'b c d e'),
  property('items by position', 'tags', { items: [{ enum: ['x'] }], additionalItems: false }, 'b d e'),
  property('a nested object', 'address', { required: ['city'], properties: { city: { type: 'string' } } }, 'a b c d e'),
  valid('anyOf', { anyOf: [{ required: ['nick'] }, { required: ['address'] }] }, 'd e'),
  valid('oneOf', { oneOf: [{ required: ['tags'] }, { required: ['age'] }] }, 'b d e'),
  valid('not', { not: { required: ['tags'] } }, 'b e'),
  valid('additionalProperties', { properties: { _id: {}, nick: {}, tags: {} }, additionalProperties: false }, 'd'),
  valid('maxProperties counts _id', { maxProperties: 3 }, 'b d'),
  valid('dependencies', { dependencies: { age: ['tags'] } }, 'a c d'),
  valid('patternProperties', { patternProperties: { '^n': { type: 'string' } } }, 'a b d e'),
  refused('a keyword that does not exist', { foo: 1 }, 'Unknown $jsonSchema keyword: foo'),
  refused('a keyword that is not supported', { format: 'date' }, "keyword 'format' is not currently supported"),
  refused('type integer', { properties: { age: { type: 'integer' } } }, "type 'integer' is not currently supported"),
];
