import { notEmulated, requestFailed } from './cloud-error';

/** Written in a way that JavaScript would silently take for something else than PCRE does. */
const ONLY_PCRE = /\\[AzZGQEhHRKXCNgP]|\\x\{|\[:\^?[a-z]+:\]|\(\?[#>|R&+\d]|[*+?}]\+|\(\?P|\\p\{?[A-Z]|\[\^?\]/;

const MISTAKES: readonly (readonly [RegExp, string])[] = [
  [/Unterminated group/, 'missing )'],
  [/Unmatched '\)'/, 'unmatched parentheses'],
  [/Nothing to repeat/, 'nothing to repeat'],
  [/Unterminated character class/, 'missing terminating ] for character class'],
  [/\\ at end of pattern/, '\\ at end of pattern'],
  [/numbers out of order/, 'numbers out of order in {} quantifier'],
  [/Range out of order/, 'range out of order in character class'],
];

/**
 * A regular expression as the server's PCRE understands it: characters are code points, `.` stops at a line feed only,
 * `\s` is ASCII, `$` also matches before a last line feed. What JavaScript cannot express is refused by name.
 */
export const regularExpression = (pattern: string, options: string): RegExp => {
  const unknown = [...options].find((option) => !'imsx'.includes(option));
  if (unknown) throw requestFailed(`invalid flag in regex options: ${unknown}`);
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  const source = inline ? pattern.slice(inline[0].length) : pattern;
  const flags = [...new Set(options + (inline?.[1] ?? ''))].sort().join('');
  if (flags.includes('x') || ONLY_PCRE.test(source) || /\(\?[imsx-]+[:)]/.test(source))
    throw notEmulated(`the regular expression /${pattern}/${options}`);
  return compiled(translated(source, flags), flags, pattern);
};

const compiled = (source: string, flags: string, pattern: string): RegExp => {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return withoutUnicode(source, flags, pattern);
  }
};

/** The Unicode mode refuses harmless escapes as `\-`. */
const withoutUnicode = (source: string, flags: string, pattern: string): RegExp => {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const text = String(error);
    const mistake = MISTAKES.find(([known]) => known.test(text));
    if (mistake) throw requestFailed(`Regular expression is invalid: ${mistake[1]}`);
    throw notEmulated(`the regular expression /${pattern}/`);
  }
};

const SPACES = ' \\t\\n\\v\\f\\r';

const translated = (source: string, flags: string): string => {
  let inClass = false;
  return source.replace(/\\[\s\S]|[[\].$]/g, (token) => {
    if (token === '[') inClass = true;
    else if (token === ']') inClass = false;
    else if (token === '\\s') return inClass ? SPACES : `[${SPACES}]`;
    else if (token === '\\S' && !inClass) return `[^${SPACES}]`;
    else if (token === '.' && !inClass && !flags.includes('s')) return '[^\\n]';
    else if (token === '$' && !inClass && !flags.includes('m')) return '(?=\\n?$)';
    return token;
  });
};
