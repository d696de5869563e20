import type { Appeal } from '@shared/domain/appeal';
import type { RatingToCount } from '@shared/domain/window-day';
import { taiqian } from '@shared/policy/profiles/taiqian';

/** 台前 tq02's walk-in, very satisfied, with the one difference that the test is about. */
export const aRatingToCount = (given: Partial<RatingToCount> = {}): RatingToCount => ({
  ...{ _id: 'r1', level: 'verySatisfied', origin: 'self', standing: 'effective', channel: 'windowCode' },
  proof: { level: 'account', demand: 'encouraged', shortfall: 'notGiven', isIdentified: false },
  ticket: null,
  appeal: null,
  subject: {
    ...{ place: 'taiqian', orgId: 'unit', orgPath: ['gov', 'bureau', 'unit'], centerId: 'center', windowId: 'w1' },
    ...{ staffId: 'clerk', itemCode: null, caseNo: null, serviceNo: null, servedOn: '2026-06-01' },
    names: { center: '', window: '', unit: '', staff: null, item: null },
  },
  ...given,
});

const ruling = { words: '已核实', at: 0, staffId: 'reviewer' } as const;
export const GRANT: Appeal['decision'] = {
  ruling: { ...ruling, grants: true, reason: 'mistap' },
  secondId: 's',
  at: 0,
};
export const denial = (isExplanation: boolean): Appeal['decision'] => ({
  ruling: { ...ruling, grants: false, isExplanation },
  secondId: 's',
  at: 0,
});

/** An appeal that has come to this state, as far as the figures look. */
export const anAppeal = (state: Appeal['state'], given: Partial<Appeal> = {}): Appeal => ({
  ...{ appealNo: 'SS1', state, version: 0, unitId: 'unit', bureauId: 'bureau', firstBureauId: 'bureau' },
  ...{ upperBureauId: 'bureau', cityBureauId: 'city', routedBy: taiqian.ticket.handledBy.county.basis },
  ...{ filedAt: 0, reason: 'mistap', words: '', evidence: [], renewals: 0, opinion: null, ruling: null },
  ...{ decision: null, objection: null, stoodAs: null, answerBy: null, clock: null, dueAt: null, nextAt: null },
  ...{ history: [], reportedTo: null, orgIds: [] },
  ...given,
});
