import type { CaseTools, ConformanceCase, Sdk } from '../conformance-case';
import { manual } from '../finding';

const DOCUMENT = { _id: 'a', n: 5, text: '好', list: [3, 1, 2], rows: [{ k: 1 }, { k: 2 }], sub: { x: 1, y: 2 } };

type Data = (tools: CaseTools) => Sdk;
type About = { readonly api: string; readonly operator: string; readonly name: string };

const updating = ({ api, operator, name }: About) => ({
  ...{ api: `command.${api}`, name, source: manual(`operator/update/${operator}`), documents: [DOCUMENT] },
});

/** What the document is after `doc('a').update`; the fields that are named only. */
const becomes = (about: About, data: Data, answers: object): ConformanceCase => ({
  ...updating(about),
  run: async (tools) => {
    await tools.collection.doc('a').update({ data: data(tools) });
    const { data: after } = await tools.collection.doc('a').get();
    return Object.fromEntries(Object.keys(answers).map((field) => [field, after[field]]));
  },
  answers,
});

const refused = (about: About, data: Data, errMsg: string): ConformanceCase => ({
  ...updating(about),
  run: (tools) => tools.collection.doc('a').update({ data: data(tools) }),
  refuses: { errCode: -502001, errMsg },
});

const about = (api: string, operator: string, name: string): About => ({ api, operator, name });

export const UPDATE_CASES: readonly ConformanceCase[] = [
  becomes(about('set', 'set', 'replaces a whole object'), ({ _ }) => ({ sub: _.set({ z: 3 }) }), { sub: { z: 3 } }),
  becomes(about('set', 'set', 'without it the fields of an object are set one by one'), () => ({ sub: { x: 9 } }), {
    sub: { x: 9, y: 2 },
  }),
  becomes(about('remove', 'unset', 'takes a field away'), ({ _ }) => ({ text: _.remove() }), { text: undefined }),
  becomes(about('inc', 'inc', 'adds, also below zero'), ({ _ }) => ({ n: _.inc(-7) }), { n: -2 }),
  becomes(about('inc', 'inc', 'makes a missing field'), ({ _ }) => ({ fresh: _.inc(2) }), { fresh: 2 }),
  refused(about('inc', 'inc', 'a text cannot be incremented'), ({ _ }) => ({ text: _.inc(1) }), 'non-numeric type'),
  becomes(about('mul', 'mul', 'multiplies'), ({ _ }) => ({ n: _.mul(3) }), { n: 15 }),
  becomes(about('mul', 'mul', 'a missing field becomes zero'), ({ _ }) => ({ fresh: _.mul(3) }), { fresh: 0 }),
  becomes(about('min', 'min', 'keeps the smaller'), ({ _ }) => ({ n: _.min(4) }), { n: 4 }),
  becomes(about('min', 'min', 'leaves what is smaller already'), ({ _ }) => ({ n: _.min(6) }), { n: 5 }),
  becomes(about('max', 'max', 'keeps the larger'), ({ _ }) => ({ n: _.max(6) }), { n: 6 }),
  becomes(about('bit', 'bit', 'ands whole numbers'), ({ _ }) => ({ n: _.bit({ and: 4 }) }), { n: 4 }),
  becomes(about('rename', 'rename', 'moves a value'), ({ _ }) => ({ text: _.rename('words') }), {
    text: undefined,
    words: '好',
  }),
  becomes(about('push', 'push', 'adds several at the end'), ({ _ }) => ({ list: _.push([8, 9]) }), {
    list: [3, 1, 2, 8, 9],
  }),
  becomes(
    about('push', 'push', 'at a position, then cut'),
    ({ _ }) => ({ list: _.push({ each: [8, 9], position: 1, slice: 3 }) }),
    { list: [3, 8, 9] },
  ),
  becomes(about('push', 'push', 'sorted'), ({ _ }) => ({ list: _.push({ each: [0], sort: 1 }) }), {
    list: [0, 1, 2, 3],
  }),
  refused(about('push', 'push', 'onto what is no list'), ({ _ }) => ({ text: _.push(['x']) }), 'must be an array'),
  becomes(about('pull', 'pull', 'takes the equal ones away'), ({ _ }) => ({ list: _.pull(1) }), { list: [3, 2] }),
  becomes(about('pull', 'pull', 'takes those away that a condition fits'), ({ _ }) => ({ list: _.pull(_.gt(1)) }), {
    list: [1],
  }),
  becomes(about('pullAll', 'pullAll', 'takes each of a list away'), ({ _ }) => ({ list: _.pullAll([1, 2]) }), {
    list: [3],
  }),
  becomes(about('pop', 'pop', 'takes the last away'), ({ _ }) => ({ list: _.pop() }), { list: [3, 1] }),
  becomes(about('shift', 'pop', 'takes the first away'), ({ _ }) => ({ list: _.shift() }), { list: [1, 2] }),
  becomes(about('unshift', 'push', 'adds several in front'), ({ _ }) => ({ list: _.unshift([8, 9]) }), {
    list: [8, 9, 3, 1, 2],
  }),
  becomes(about('addToSet', 'addToSet', 'leaves what is there already'), ({ _ }) => ({ list: _.addToSet(1) }), {
    list: [3, 1, 2],
  }),
  becomes(about('addToSet', 'addToSet', 'adds what is new'), ({ _ }) => ({ list: _.addToSet(4) }), {
    list: [3, 1, 2, 4],
  }),
];
