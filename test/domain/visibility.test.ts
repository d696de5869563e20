import { ORG_LEVELS } from '@shared/domain/organization';
import { isBad, RATING_LEVELS } from '@shared/domain/rating';
import { openFile, type RatingFile } from '@shared/domain/rating-file';
import { officialOf, RELATIONS, relationOf, seenBy, VISIBLE } from '@shared/domain/visibility';
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
        raterKind: 'person',
        proof: { level: 'account', demand: 'encouraged', shortfall: 'notGiven', isIdentified: false },
        traces: { networkRef: null, openedAt: null },
        textCheck: 'none',
        ...{ standing: 'effective', quarantinedAt: null },
        subject: {
          ...{
            place: 'taiqian',
            orgId: 'unit',
            orgPath: ['upper', 'bureau', 'center', 'unit'],
            centerId: 'center',
            windowId: 'w1',
            staffId: 'rated',
          },
          ...{ itemCode: null, caseNo: 'TQ1', serviceNo: 1, servedOn: '2026-06-01' },
          names: { center: '中心', window: '1号窗口', unit: '某局', staff: '某某', item: null },
        },
      },
    },
    '某局',
    RATED_AT,
    taiqian,
  );

const NOBODY = {
  staffId: 'somebody',
  accountRef: 'somebodys-account',
  deskIds: [],
  unitIds: [],
  bureauIds: [],
} as const;
/** What only the rater gets, and what not even he does. */
const RATER_ALONE = ['ratedAt', 'receiptNo', 'ticket', 'history', 'proof', 'raterKind'];
const NOBODYS = ['raterRef', 'idempotencyKey', 'channel', 'verification', 'outbox', 'outboxAt'];

describe('谁能看到什么', () => {
  it.each(RELATIONS)('%s 得到的正是表里的那几项', (relation) => {
    const seen = seenBy(aFile(), relation);
    expect(Object.keys(seen).sort()).toEqual([...VISIBLE[relation]].sort());
    for (const hidden of relation === 'rater' ? NOBODYS : [...NOBODYS, ...RATER_ALONE]) {
      expect(seen).not.toHaveProperty(hidden);
    }
  });

  it.each(RELATIONS.filter((relation) => relation !== 'rater'))('%s 看不到几点几分，哪里都没有', (relation) => {
    const seen = JSON.stringify(seenBy(aFile(), relation));
    expect(seen).not.toContain(String(RATED_AT));
    expect(seen).not.toMatch(/"(at|ratedAt|openedAt|startedAt)":/);
  });

  it('办理的人看得到说了什么、哪一天说的、从哪一天起算', () => {
    expect(seenBy(aFile(), 'handler')).toMatchObject({
      ...{ ratedOn: '2026-11-23', level: 'dissatisfied', tags: ['213'] },
      ticketByDay: { clocks: [{ deadline: { startedOn: '2026-11-23' } }, { deadline: { startedOn: '2026-11-23' } }] },
      historyByDay: [{ on: '2026-11-23', what: 'rated' }, { on: '2026-11-23' }],
    });
  });

  it('评价人看得到自己评的一切和时刻', () => {
    const seen = seenBy(aFile(), 'rater');
    expect(seen).toMatchObject({ level: 'dissatisfied', tags: ['213'], ratedAt: RATED_AT, receiptNo: 'PJABCDEFGH' });
  });

  it('被评价的、同单位的、上级局和没有关系的人，单个评价什么也看不到', () => {
    for (const relation of ['rated', 'unit', 'upper', 'none'] as const) expect(seenBy(aFile(), relation)).toEqual({});
  });
});

describe('与一条评价是什么关系', () => {
  it('只有那个单位的责任人员和那个局的监督人员办得了；被评价的人无论兼什么都不是', () => {
    const orgs = fc.uniqueArray(fc.constantFrom('unit', 'bureau', 'upper', 'other'));
    fc.assert(
      fc.property(fc.constantFrom('rated', 'somebody'), orgs, orgs, orgs, (staffId, deskIds, unitIds, bureauIds) => {
        const relation = relationOf({ ...NOBODY, staffId, deskIds, unitIds, bureauIds }, aFile());
        if (staffId === 'rated') expect(relation).toBe('rated');
        else if (unitIds.includes('unit')) expect(relation).toBe('handler');
        else if (bureauIds.includes('bureau')) expect(relation).toBe('supervisor');
        else expect(['unit', 'upper', 'none']).toContain(relation);
      }),
    );
  });

  it.each([
    ['同单位的窗口人员', { deskIds: ['unit'] }, 'unit'],
    ['上级局的监督人员', { bureauIds: ['upper'] }, 'upper'],
    ['别处的责任人员', { unitIds: ['other'] }, 'none'],
    ['没有角色的人', {}, 'none'],
  ] as const)('%s', (_, held, relation) => {
    expect(relationOf({ ...NOBODY, ...held }, aFile())).toBe(relation);
  });

  it('没有工单的评价没有办理的人：局里只看数，本单位什么也不看', () => {
    const good = aFile({ level: 'satisfied' });
    expect(relationOf({ ...NOBODY, unitIds: ['unit'] }, good)).toBe('unit');
    expect(relationOf({ ...NOBODY, bureauIds: ['bureau'] }, good)).toBe('upper');
  });

  it('自己给出的差评自己不办，无论兼什么', () => {
    const file = aFile();
    const himself = { ...NOBODY, accountRef: file.raterRef, unitIds: ['unit'], bureauIds: ['bureau'] };
    expect(relationOf(himself, file)).toBe('none');
  });

  it('三种管理员的角色不带来任何关系', () => {
    const grants = (['systemAdmin', 'securityAdmin', 'auditAdmin'] as const).map((role) => ({ role, orgId: 'bureau' }));
    expect(relationOf(officialOf({ _id: 'admin', accountRef: 'admins-account', grants }), aFile())).toBe('none');
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
