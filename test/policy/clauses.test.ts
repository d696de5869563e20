import type { Citation } from '@shared/kernel/clause';
import { IN_FORCE } from '@shared/policy/in-force';
import type { PolicyProfile } from '@shared/policy/profile';
import { CHAOZHOU_RULES, CHAOZHOU_RULES_2020, chaozhou } from '@shared/policy/profiles/chaozhou';
import { national } from '@shared/policy/profiles/national';
import { TAIQIAN_RULES, taiqian } from '@shared/policy/profiles/taiqian';
import { HOLIDAYS_2024, HOLIDAYS_2025, HOLIDAYS_2026, OPINION_2019 } from '@shared/policy/sources';

type Found = { readonly path: string; readonly basis: Citation };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Every clause below, every basis that stands without a figure, and every plain figure that stands outside of a clause. */
const walk = (value: unknown, path: string, clauses: Found[], bare: string[]): void => {
  if (typeof value === 'number' || typeof value === 'boolean') bare.push(path);
  if (!isRecord(value)) return;
  if ('value' in value && 'basis' in value) clauses.push({ path, basis: value.basis as Citation });
  else if ('document' in value && 'article' in value) clauses.push({ path, basis: value as Citation });
  else for (const [key, child] of Object.entries(value)) walk(child, `${path}.${key}`, clauses, bare);
};

const clausesOf = ({ tags, workingTime, ...rest }: PolicyProfile) => {
  const clauses: Found[] = [];
  const bare: string[] = [];
  walk({ ...rest, officeHours: workingTime.officeHours }, rest.id, clauses, bare);
  return { clauses, bare };
};

const OWN = { national: [], taiqian: [TAIQIAN_RULES], chaozhou: [CHAOZHOU_RULES, CHAOZHOU_RULES_2020] };
const LAST_ARTICLE = { national: 0, taiqian: 21, chaozhou: 17 };
const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const numeral = (n: number): string =>
  (n < 10 ? '' : `${n < 20 ? '' : NUMERALS[Math.floor(n / 10)]}十`) + NUMERALS[n % 10];

describe.each([national, taiqian, chaozhou])('$place 的条款', (profile) => {
  const id = profile.id as keyof typeof OWN;
  const { clauses, bare } = clausesOf(profile);

  it('每个数都在条款里，没有散落的数', () => {
    expect(bare).toEqual([]);
    expect(clauses.length).toBeGreaterThanOrEqual(15);
  });

  it('每个条款都说得出文件和条号', () => {
    for (const { path, basis } of clauses) {
      expect({ path, document: basis.document.trim() }).not.toEqual({ path, document: '' });
      expect({ path, article: basis.article.trim() }).not.toEqual({ path, article: '' });
    }
  });

  it('每个期限都是整天数', () => {
    const { ticket, defaultRating } = profile;
    const spans = [ticket.dispatchWithin, ticket.acceptWithin, ticket.rectifyWithin].map(({ value }) => value);
    for (const { count } of [...spans, ...(defaultRating.value ? [defaultRating.value.after] : [])]) {
      expect(Number.isInteger(count) && count >= 1).toBe(true);
    }
  });

  it('所引文件都登记过来源；建议值都标明是建议', () => {
    const registered = [OPINION_2019, ...OWN[id]].map((source) => source.document);
    for (const { path, basis } of clauses) {
      expect({ path, known: basis.proposal === true || registered.includes(basis.document) }).toEqual({
        path,
        known: true,
      });
      expect({ path, said: basis.document.includes('建议值') }).toEqual({ path, said: basis.proposal === true });
    }
  });

  it('引本地规定的，条号在该规定之内', () => {
    const articles = Array.from({ length: LAST_ARTICLE[id] }, (_, i) => `第${numeral(i + 1)}条`);
    const own = clauses.filter(({ basis }) => basis.document === profile.title && id !== 'national');
    for (const { path, basis } of own) {
      const cited = basis.article.match(/第[一二三四五六七八九十]+条/g) ?? [];
      expect({ path, count: cited.length > 0 }).toEqual({ path, count: true });
      for (const article of cited) expect(articles).toContain(article);
    }
  });
});

it('每份来源都写明日期、出处和读到了多少', () => {
  const sources = [
    OPINION_2019,
    HOLIDAYS_2024,
    HOLIDAYS_2025,
    HOLIDAYS_2026,
    TAIQIAN_RULES,
    CHAOZHOU_RULES,
    CHAOZHOU_RULES_2020,
  ];
  for (const { document, issued, found, read } of sources) {
    expect(document).toMatch(/^《.+》/);
    expect(issued).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(found).not.toBe('');
    expect(['whole', 'opening', 'contents', 'report']).toContain(read);
  }
});

it('只见于报道的文件，只取分值', () => {
  const reported = clausesOf(chaozhou).clauses.filter(({ basis }) => basis.document === CHAOZHOU_RULES_2020.document);
  expect(reported.map(({ path }) => path)).toEqual(['chaozhou.rating.scores']);
});

it('适用表里的每份规定都以自己的标题为文件名', () => {
  for (const { profile } of IN_FORCE) expect(profile.inForceFrom.basis.document).toBe(profile.title);
});
