import { ORG_LEVELS } from '@shared/domain/organization';
import { isBad, RATING_LEVELS } from '@shared/domain/rating';
import { openFile, type RatingFile } from '@shared/domain/rating-file';
import { relationOf, seenBy } from '@shared/domain/visibility';
import { instantOf } from '@shared/kernel/time';
import { taiqian } from '@shared/policy/profiles/taiqian';
import fc from 'fast-check';
import { aDraft } from './builders';

const RATED_AT = instantOf('2026-11-23', '10:17');

const aFile = (difference: Partial<Pick<RatingFile, 'level'>> = {}): RatingFile =>
  openFile(
    {
      id: 'TQ1#1',
      shortNo: 'ABCDEFGH',
      draft: aDraft({ level: 'dissatisfied', tags: ['213'], ...difference }),
      route: { unitId: 'unit', bureauId: 'bureau', dispatched: true, basis: taiqian.ticket.handledBy.county.basis },
      given: {
        idempotencyKey: 'secret-key',
        channel: 'windowCode',
        raterRef: 'secret-rater',
        verification: 'wechat',
        textCheck: 'none',
        subject: {
          ...{ place: 'taiqian', orgId: 'unit', orgPath: [], centerId: 'center', windowId: 'w1', staffId: 'rated' },
          ...{ itemCode: null, caseNo: 'TQ1', serviceNo: 1 },
          names: { center: '中心', window: '1号窗口', unit: '某局', staff: '某某', item: null },
        },
      },
    },
    '某局',
    RATED_AT,
    taiqian,
  );

describe('谁能看到什么', () => {
  it('办理的人看不到是谁评的、几点评的、凭什么键提交的', () => {
    const seen = seenBy(aFile(), 'handler');
    expect(seen.ratedOn).toBe('2026-11-23');
    for (const hidden of ['raterRef', 'ratedAt', 'idempotencyKey', 'receiptNo', 'outbox', 'verification']) {
      expect(seen).not.toHaveProperty(hidden);
    }
  });

  it('评价人看得到自己评的一切，看不到自己的代号', () => {
    const seen = seenBy(aFile(), 'rater');
    expect(seen).toMatchObject({ level: 'dissatisfied', tags: ['213'], ratedAt: RATED_AT, receiptNo: 'PJABCDEFGH' });
    expect(seen).not.toHaveProperty('raterRef');
  });

  it('没有关系的人什么也看不到', () => {
    expect(seenBy(aFile(), 'none')).toEqual({});
  });

  it('只有那个单位的责任人员和那个局的监督人员是办理的人；被评价的人无论兼什么都不是', () => {
    const orgs = fc.uniqueArray(fc.constantFrom('unit', 'bureau', 'other'));
    fc.assert(
      fc.property(fc.constantFrom('rated', 'somebody'), orgs, orgs, (staffId, unitIds, bureauIds) => {
        const handles = staffId !== 'rated' && (unitIds.includes('unit') || bureauIds.includes('bureau'));
        expect(relationOf({ staffId, unitIds, bureauIds }, aFile())).toBe(handles ? 'handler' : 'none');
      }),
    );
  });

  it('没有工单的评价没有办理的人', () => {
    const official = { staffId: 'somebody', unitIds: ['unit'], bureauIds: ['bureau'] };
    expect(relationOf(official, aFile({ level: 'satisfied' }))).toBe('none');
  });
});

describe('新评价档案', () => {
  it.each(RATING_LEVELS)('第七条 %s：差评带工单和两条消息，其余没有', (level) => {
    const file = aFile({ level });
    const bad = isBad(level, taiqian.rating);
    expect(file.ticket !== null).toBe(bad);
    expect(file.outbox).toHaveLength(bad ? 2 : 0);
    expect(file.outboxAt).toBe(bad ? RATED_AT : null);
    expect(file).toMatchObject({ origin: 'self', standing: 'effective', rev: 0 });
  });

  it('给单位的消息只有日子没有时刻，也不给被评价的人', () => {
    const [toUnit] = aFile().outbox;
    expect(toUnit).toMatchObject({ to: 'org:unit', exceptStaffId: 'rated', at: instantOf('2026-11-23', '00:00') });
  });

  it('每一层级都有办理单位的依据', () => {
    for (const level of ORG_LEVELS) expect(taiqian.ticket.handledBy[level].basis.article).not.toBe('');
  });
});
