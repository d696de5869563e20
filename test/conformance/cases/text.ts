import type { ConformanceCase } from '../conformance-case';
import { finds, refusesQuery, wechat } from '../finding';

const documents = [
  { _id: 'a', t: 'Apple' },
  { _id: 'b', t: 'apple pie' },
  { _id: 'c', t: '第一行\n第二行' },
  { _id: 'd', t: 'a.b' },
  { _id: 'e', t: '全角　空格' },
  { _id: 'f', t: ['x', 'apple'] },
  { _id: 'g', t: 5 },
  { _id: 'h', t: '😀' },
  { _id: 'i', t: 'end\n' },
];

const about = { api: 'database.RegExp', source: wechat('Database.RegExp'), documents };
const PCRE = { ...about, source: 'https://www.pcre.org/original/doc/html/pcrepattern.html' };

const expression = (name: string, regexp: string, options: string, found: string, of = about): ConformanceCase =>
  finds(of, name, ({ db }) => ({ t: db.RegExp({ regexp, options }) }), found);

const refused = (name: string, regexp: string, options: string, errMsg: string): ConformanceCase =>
  refusesQuery(PCRE, name, ({ db }) => ({ t: db.RegExp({ regexp, options }) }), errMsg);

export const TEXT_CASES: readonly ConformanceCase[] = [
  expression('texts and texts in lists, never numbers', 'apple|5', '', 'b f'),
  expression('i: either case', '^apple$', 'i', 'a f'),
  expression('m: ^ at each line', '^第二', 'm', 'c'),
  expression('without m ^ stands at the beginning only', '^第二', '', ''),
  expression('s: a dot is also a line feed', '行.第', 's', 'c'),
  expression('without s a dot is no line feed', '行.第', '', ''),
  expression('several options', 'APPLE.PIE', 'is', 'b'),
  expression('an escaped dot', '^a\\.b$', '', 'd'),
  expression('a dot is a whole character beyond the basic plane', '^.$', '', 'f h', PCRE),
  expression('$ also stands before a last line feed', 'd$', '', 'i', PCRE),
  expression('white space is that of ASCII', '全角\\s空格', '', '', PCRE),
  expression('options at the head of the pattern', '(?i)^APPLE$', '', 'a f', PCRE),
  expression('a Chinese character in a class', '^[一第]', '', 'c'),
  finds(about, 'an expression of JavaScript', () => ({ t: /^APPLE/i }), 'a b f'),
  finds(about, '$regex with $options', () => ({ t: { $regex: '^APPLE', $options: 'i' } }), 'a b f'),
  finds(
    about,
    'beside another condition',
    ({ _, db }) => _.and([{ t: db.RegExp({ regexp: 'p' }) }, { _id: 'a' }]),
    'a',
  ),
  finds(about, 'eq asks for the expression itself, which no text is', ({ _ }) => ({ t: _.eq(/apple/) }), ''),
  refused('an open bracket', '(a', '', 'Regular expression is invalid'),
  refused('nothing to repeat', '*a', '', 'Regular expression is invalid'),
  refused('an option that does not exist', 'a', 'q', 'invalid flag in regex options'),
  refusesQuery(PCRE, 'neq of an expression', ({ _ }) => ({ t: _.neq(/a/) }), "Can't have regex as arg to $ne"),
  refusesQuery(PCRE, 'gt of an expression', ({ _ }) => ({ t: _.gt(/a/) }), "Can't have RegEx as arg to predicate"),
];
