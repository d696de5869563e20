import { type OpenedForm, readOpenedForm, sealOpenedForm, stillHolds } from '@shared/domain/opened-form';
import { national } from '@shared/policy/profiles/national';
import fc from 'fast-check';
import { keyedDigests } from '../../cloudfunctions/adapters/crypto/keyed-digests';

const digests = keyedDigests({ key: 'k'.repeat(32), windowCodeKeys: `1:${'w'.repeat(32)}` });
const seal = digests.formSeal('rater');
const NOW = Date.parse('2026-11-24T10:00:00+08:00');
const HOUR_MS = 3_600_000;

const form: fc.Arbitrary<OpenedForm> = fc.record({
  windowId: fc.string({ minLength: 1, maxLength: 10 }),
  staffId: fc.oneof(fc.constant(null), fc.stringMatching(/^[a-z0-9.-]{1,80}$/)),
  openedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }),
});

describe('打开表单的凭证', () => {
  it('says what was sealed, whoever stood there or nobody, in at most 120 characters', () => {
    fc.assert(
      fc.property(form, (opened) => {
        const token = sealOpenedForm(opened, seal);
        expect(token.length).toBeLessThanOrEqual(120);
        expect(readOpenedForm(token, opened.windowId, seal)).toEqual(opened);
      }),
    );
  });

  it('is nothing at another window, for another account, or with one character changed', () => {
    fc.assert(
      fc.property(form, fc.nat(), (opened, at) => {
        const token = sealOpenedForm(opened, seal);
        expect(readOpenedForm(token, `${opened.windowId}x`, seal)).toBeNull();
        expect(readOpenedForm(token, opened.windowId, digests.formSeal('somebody else'))).toBeNull();
        const place = at % token.length;
        const changed = `${token.slice(0, place)}${token[place] === 'a' ? 'b' : 'a'}${token.slice(place + 1)}`;
        expect(readOpenedForm(changed, opened.windowId, seal)).toBeNull();
      }),
    );
  });

  it('is read from any text without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readOpenedForm(text, 'w1', seal) === null));
  });

  it('holds for as long as the clause says, and not before it was opened', () => {
    const opened = { windowId: 'w1', staffId: null, openedAt: NOW };
    const holds = national.rating.formHolds.value * HOUR_MS;
    const at = (now: number) => stillHolds(opened, now, national.rating);
    expect([at(NOW - 1), at(NOW), at(NOW + holds), at(NOW + holds + 1)]).toEqual([false, true, true, false]);
  });
});
