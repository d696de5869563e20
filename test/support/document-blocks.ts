import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayBasis } from '@shared/domain/labels';
import type { Citation } from '@shared/kernel/clause';
import { IN_FORCE } from '@shared/policy/in-force';
import type { PolicyProfile } from '@shared/policy/profile';

const PLACES = IN_FORCE.map(({ profile }) => profile);

/** A Markdown table. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** What each place says; the same everywhere is said once. */
export const sayOfPlaces = (sayIn: (place: PolicyProfile) => string, between = '：'): string => {
  const said = PLACES.map((place) => ({ name: place.place, text: sayIn(place) }));
  const [first] = said;
  return said.every(({ text }) => text === first?.text)
    ? (first?.text ?? '')
    : said.map(({ name, text }) => `${name}${between}${text}`).join('<br>');
};

/** Short: the document says once what a proposal is. */
export const sayBases = (basisIn: (place: PolicyProfile) => Citation): string =>
  sayOfPlaces((place) => {
    const basis = basisIn(place);
    return basis.proposal ? `（建议值）${basis.article}` : sayBasis(basis);
  });

/** The document with its blocks as they are now. */
const renewed = (text: string, blocks: Readonly<Record<string, string>>): string =>
  Object.entries(blocks).reduce((before, [name, block]) => {
    const form = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`);
    if (!form.test(before)) throw new Error(`the document has no place for ${name}`);
    return before.replace(form, (_, start: string, end: string) => `${start}\n${block}\n\n${end}`);
  }, text);

/** The document as it is and as it should be; with RENEW in the environment it is written anew first. */
export const documentWith = (file: string, blocks: Readonly<Record<string, string>>) => {
  const path = join(__dirname, '../../docs', file);
  const text = readFileSync(path, 'utf8');
  if (process.env.RENEW) writeFileSync(path, renewed(text, blocks));
  const now = readFileSync(path, 'utf8');
  return { now, wanted: renewed(now, blocks) };
};
