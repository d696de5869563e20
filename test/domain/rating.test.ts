import {
  checkDraft,
  cleanComment,
  countCharacters,
  hasReason,
  isBad,
  RATING_LEVELS,
  type RatingDraft,
} from '@shared/domain/rating';
import { clause, propose } from '@shared/kernel/clause';
import { taiqian } from '@shared/policy/profiles/taiqian';
import { RETIRED_TAG_CODES } from '@shared/policy/tags/national-1';
import fc from 'fast-check';
import { aDraft } from './builders';

const { rating: rules, tags: dictionary } = taiqian;
const check = (given: Partial<RatingDraft>) => checkDraft(aDraft(given), rules, dictionary);
const refused = (code: string) => ({ ok: false, code });

const anyLevel = fc.constantFrom(...RATING_LEVELS);
const knownCode = fc.constantFrom(...dictionary.tags.map((tag) => tag.code));
const anyCode = fc.oneof(knownCode, fc.constantFrom(...RETIRED_TAG_CODES), fc.string({ maxLength: 4 }));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
const anyDraft: fc.Arbitrary<RatingDraft> = fc.record({
  level: anyLevel,
  tags: fc.array(anyCode, { maxLength: 4 }),
  comment: anyText,
  photos: fc.array(fc.string(), { maxLength: 12 }),
});

// What a person types when he types nothing: blanks, full-width and zero-width ones, fillers, joiners, controls.
const BLANKS = [
  ...[' ', '\t', '\n', '\r\n', '\u00A0', '\u3000', '\u2003', '\u2028', '\u2800'],
  ...['\u200B', '\u200C', '\u200D', '\u200E', '\u2060', '\u2063', '\uFEFF', '\u00AD', '\u034F', '\u061C'],
  ...['\u115F', '\u1160', '\u3164', '\uFFA0', '\u180E', '\uFE0F', '\u{E0020}', '\u{E0100}'],
  ...['\u0000', '\u0007', '\u001B', '\u007F', '\u0085', '\u202E', '\u2066', '\u2069', '\uD800', '\uDC00'],
];
// The two halves side by side are a character, and a reason.
const anyBlank = fc
  .array(fc.constantFrom(...BLANKS), { maxLength: 12 })
  .map((parts) => parts.join(''))
  .filter((text) => !text.includes('\uD800\uDC00'));

describe('第七条 评价等级与标签', () => {
  it('every level is taken with each of its own tags, and with all of them', () => {
    for (const level of RATING_LEVELS) {
      const own = dictionary.tags.filter((tag) => tag.level === level).map((tag) => tag.code);
      for (const code of own) expect(check({ level, tags: [code] })).toMatchObject({ ok: true });
      expect(check({ level, tags: own })).toMatchObject({ ok: true, value: { tags: own } });
    }
  });

  it('a tag of another level is refused, at every level', () => {
    fc.assert(
      fc.property(anyLevel, knownCode, (level, code) => {
        const own = dictionary.tags.find((tag) => tag.code === code)?.level === level;
        const answer = check({ level, tags: [code], comment: '排队太久' });
        expect(answer).toMatchObject(own ? { ok: true } : refused('rating.tagOfOtherLevel'));
      }),
    );
  });

  it.each([...RETIRED_TAG_CODES])('停用的标签 %s 不能再选', (code) => {
    const level = RATING_LEVELS[5 - Number(code[0])] ?? 'satisfied';
    expect(check({ level, tags: [code], comment: '排队太久' })).toEqual(refused('rating.tagUnknown'));
  });

  it.each(['', '0', '999', '214 ', '２１４', '214,213', 'constructor', '__proto__', '没有提供材料样本'])(
    'an unknown tag %j is refused',
    (code) => {
      expect(check({ level: 'dissatisfied', tags: [code] })).toEqual(refused('rating.tagUnknown'));
    },
  );

  it('a tag given twice is kept once', () => {
    expect(check({ level: 'dissatisfied', tags: ['214', '213', '214'] })).toMatchObject({
      value: { tags: ['214', '213'] },
    });
  });
});

describe('第七条 差评须选标签或填写原因', () => {
  it('空格、全角空格、零宽字符都不是原因', () => {
    fc.assert(
      fc.property(fc.constantFrom('dissatisfied', 'veryDissatisfied'), anyBlank, (level, comment) => {
        expect({ comment, answer: check({ level, comment }) }).toEqual({
          comment,
          answer: refused('rating.reasonMissing'),
        });
      }),
    );
  });

  it('两个半字符中间夹着控制字符，去掉控制字符后不会拼成一个字', () => {
    expect(check({ level: 'dissatisfied', comment: '\uD800\u0000\uDC00' })).toEqual(refused('rating.reasonMissing'));
  });

  it.each(BLANKS)('%j 单独一个也不是原因', (comment) => {
    expect(check({ level: 'dissatisfied', comment })).toEqual(refused('rating.reasonMissing'));
    expect(hasReason({ tags: [], comment })).toBe(false);
  });

  it.each(['慢', '。', '😡', '1', 'x', '👨‍👩‍👧', '\u200B慢\u200B', '𠮷'])('%j 是原因，多短都收', (comment) => {
    expect(check({ level: 'veryDissatisfied', comment })).toMatchObject({ ok: true });
  });

  it('前三个等级什么都不填也能提交', () => {
    fc.assert(
      fc.property(fc.constantFrom('verySatisfied', 'satisfied', 'basicallySatisfied'), anyBlank, (level, comment) => {
        expect(check({ level, comment })).toMatchObject({ ok: true });
      }),
    );
  });

  it('有标签就不必再写', () => {
    expect(check({ level: 'dissatisfied', tags: ['213'], comment: '\u3000' })).toMatchObject({ ok: true });
  });
});

describe('原因字数与照片张数', () => {
  it.each(['慢', '😡', '𠮷', 'a'])('500 个 %s 收下，501 个不收', (character) => {
    expect(check({ comment: character.repeat(500) })).toMatchObject({ ok: true });
    expect(check({ comment: character.repeat(501) })).toEqual(refused('rating.commentTooLong'));
  });

  it('首尾空白不占字数', () => {
    expect(check({ comment: `\n\u3000${'慢'.repeat(500)}  ` })).toMatchObject({ ok: true });
  });

  it('9 张照片收下，10 张不收', () => {
    expect(check({ photos: Array.from({ length: 9 }, (_, i) => `${i}.jpg`) })).toMatchObject({ ok: true });
    expect(check({ photos: Array.from({ length: 10 }, (_, i) => `${i}.jpg`) })).toEqual(
      refused('rating.tooManyPhotos'),
    );
  });

  it('the limits are the place’s, not the code’s', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(5), fc.nat(5), (max, length, photosMax, photos) => {
        const own = {
          ...rules,
          commentMaxCharacters: clause(max, propose('试验')),
          photosMax: clause(photosMax, propose('试验')),
        };
        const draft = aDraft({ comment: '慢'.repeat(length), photos: Array(photos).fill('a.jpg') });
        expect(checkDraft(draft, own, dictionary).ok).toBe(length <= max && photos <= photosMax);
      }),
    );
  });
});

describe('任何评价', () => {
  it('is taken as it was given, or refused with a reason; never altered in level, never thrown at', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const answer = checkDraft(draft, rules, dictionary);
        if (!answer.ok) return expect(answer.code).toMatch(/^rating\./);
        const { level, tags, comment, photos } = answer.value;
        expect({ level, photos }).toEqual({ level: draft.level, photos: draft.photos });
        expect(new Set(tags)).toEqual(new Set(draft.tags));
        expect(comment).toBe(cleanComment(draft.comment));
        if (isBad(level, rules)) expect(hasReason(answer.value)).toBe(true);
      }),
    );
  });

  it('what was taken is taken again unchanged: the screen and the cloud agree', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const first = checkDraft(draft, rules, dictionary);
        if (first.ok) expect(checkDraft(first.value, rules, dictionary)).toEqual(first);
      }),
    );
  });

  it('bad levels are the place’s', () => {
    fc.assert(
      fc.property(anyLevel, fc.subarray([...RATING_LEVELS]), fc.boolean(), (level, bad, needsReason) => {
        const own = {
          ...rules,
          badLevels: clause(bad, propose('试验')),
          badRatingNeedsReason: clause(needsReason, propose('试验')),
        };
        expect(isBad(level, own)).toBe(bad.includes(level));
        expect(checkDraft(aDraft({ level }), own, dictionary).ok).toBe(!(bad.includes(level) && needsReason));
      }),
    );
  });
});

describe('存下来的文字', () => {
  it('没有控制字符、双向覆盖字符和残缺字符', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanComment(text)).not.toMatch(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/u);
      }),
    );
  });

  it('keeps every word, line and emoji of the citizen', () => {
    const said = '第一行：材料\t齐全\n第二行：退回三次😡👨‍👩‍👧 𠮷（藏文 བོད་ 维吾尔文 ئۇيغۇر）';
    expect(cleanComment(said)).toBe(said);
  });

  it('turns every line end into one and takes off outer blanks', () => {
    expect(cleanComment('\u3000慢\r\n很慢\r太慢\n ')).toBe('慢\n很慢\n太慢');
  });

  it('cannot be made to read other than it is', () => {
    expect(cleanComment('满\u202E意不\u202C\u0000')).toBe('满意不');
    expect(cleanComment('慢\uD83D')).toBe('慢');
  });

  it('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyBlank), (text) => {
        expect(cleanComment(cleanComment(text))).toBe(cleanComment(text));
      }),
    );
  });

  it.each([
    ['', 0],
    ['慢', 1],
    ['😡', 1],
    ['𠮷野家', 3],
    ['e\u0301', 2],
    ['👨‍👩‍👧', 5],
  ])('%j 计 %i 个字', (text, characters) => {
    expect(countCharacters(text)).toBe(characters);
  });
});
