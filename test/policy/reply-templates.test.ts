import { CAUSES } from '@shared/domain/handling';
import { countCharacters } from '@shared/domain/rating';
import { WORDS_MAX } from '@shared/policy/limits';
import { hasBlank, REPLY_TEMPLATES } from '@shared/policy/reply-templates';

describe('答复模板', () => {
  it.each(CAUSES)('%s: has some, none complete without its writer, each well within the limit', (cause) => {
    const templates = REPLY_TEMPLATES[cause];
    expect(templates.length).toBeGreaterThan(0);
    for (const text of templates) {
      expect(hasBlank(text)).toBe(true);
      expect(countCharacters(text)).toBeLessThan(WORDS_MAX.ticketWords.value / 2);
    }
  });

  it('a reply whose blanks are filled in is complete, whatever else stands in it', () => {
    expect(hasBlank('已加开一个窗口（周一至周五），给您带来不便，请谅解。')).toBe(false);
  });

  it('nobody is asked for a good rating', () => {
    expect(Object.values(REPLY_TEMPLATES).flat().join('')).not.toMatch(/好评|满意评价|五星/);
  });
});
