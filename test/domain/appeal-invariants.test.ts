import type { Evidence } from '@shared/domain/appeal';
import { conflictOf, type Reviewer } from '@shared/domain/appeal-conflict';
import { filedAppeal, movedAppealFile } from '@shared/domain/appeal-file';
import type { AppealBy, AppealInput } from '@shared/domain/appeal-moves';
import { APPEAL_MOVERS, APPEAL_MOVES, APPEAL_TABLE, GRANTED } from '@shared/domain/appeal-table';
import { countsOfRating } from '@shared/domain/counts-of-rating';
import { movedFile } from '@shared/domain/move-file';
import { type NewFile, openFile, type RatingFile } from '@shared/domain/rating-file';
import type { Instant } from '@shared/kernel/time';
import { taiqian } from '@shared/policy/profiles/taiqian';
import fc from 'fast-check';
import { BY, DAY, MINUTE, MONDAY, RULES, toUnit } from './a-ticket';
import { APPEAL_GIVEN, anAppeal, ROUTE } from './an-appeal';
import { aDraft } from './builders';

type Appealed = RatingFile & { readonly appeal: NonNullable<RatingFile['appeal']> };
const RULING = { appeal: { ...taiqian.appeal, ...taiqian.workingTime }, ticket: RULES };

/** People of the bureau and the city: some of them have something to do with the rating. */
const PEOPLE: Readonly<Record<string, Reviewer>> = Object.fromEntries(
  [
    ...['free-1', 'free-2', 'free-3', 'free-4'].map((id) => ({ id, orgIds: ['bureau'], lines: [] })),
    { id: 'clerk', orgIds: ['bureau'], lines: [] },
    { id: 'the-rater', orgIds: ['bureau'], lines: [] },
    { id: 'also-in-the-unit', orgIds: ['bureau', 'unit'], lines: [] },
    { id: 'of-the-same-line', orgIds: ['bureau'], lines: ['police'] },
    { id: 'liaison', orgIds: ['bureau'], lines: [] },
  ].map(({ id, orgIds, lines }) => [id, { staffId: id, accountRef: `account-of-${id}`, orgIds, lines }]),
);
const ORGS = [
  { _id: 'bureau', kind: 'bureau' },
  { _id: 'unit', kind: 'agency', line: 'police' },
] as const;

const aFile = (): Appealed => {
  const fresh = {
    ...{ id: 'c1#1', shortNo: 'ABCDEFGH', draft: aDraft({ level: 'veryDissatisfied', comment: '等了很久' }) },
    route: toUnit,
    given: {
      ...{ idempotencyKey: 'k', channel: 'windowCode', raterRef: 'account-of-the-rater', verification: 'wechat' },
      ...{ raterKind: 'person', textCheck: 'pass', standing: 'effective', quarantinedAt: null },
      proof: { level: 'phone', demand: 'encouraged', shortfall: null, isIdentified: true },
      traces: { networkRef: null, openedAt: null },
      subject: {
        ...{ place: 'taiqian', orgId: 'unit', orgPath: ['bureau', 'unit'], centerId: 'c', windowId: 'w' },
        ...{ staffId: 'clerk', itemCode: null, caseNo: 'c1', serviceNo: 1, servedOn: '2026-06-01' },
        names: { center: '某中心', window: '3号窗口', unit: '某单位', staff: null, item: null },
      },
    },
  } satisfies NewFile;
  const opened = openFile(fresh, '某单位', MONDAY - DAY, taiqian);
  const accepted = movedFile(opened, { move: 'accept' }, BY.handler, { unit: '', post: '' }, '', MONDAY, RULES);
  if (!accepted.ok) throw new Error(accepted.code);
  const file = { ...opened, ...accepted.value };
  return { ...file, ...filedAppeal(file, anAppeal(ROUTE), MONDAY + DAY) } as Appealed;
};

const anyDeed = fc.record({
  pick: fc.integer({ min: 0, max: 9999 }),
  wild: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  onwards: fc.boolean(),
  mover: fc.constantFrom(...APPEAL_MOVERS),
  who: fc.constantFrom(...Object.keys(PEOPLE)),
  after: fc.oneof(fc.integer({ min: 1, max: 300 * MINUTE }), fc.integer({ min: 1, max: 4 * DAY })),
  /** Now and then the ticket moves in between. */
  ticket: fc.constantFrom(null, null, 'recordAttempt', 'classify', 'recordFollowUp', 'submitRectification'),
});
type Deed = typeof anyDeed extends fc.Arbitrary<infer T> ? T : never;

type Moved = {
  readonly before: Appealed;
  readonly after: Appealed;
  readonly input: AppealInput;
  readonly by: AppealBy;
  readonly now: Instant;
};

const deedIn = ({ appeal }: Appealed, deed: Deed, isDue: boolean): { input: AppealInput; mover: AppealBy['mover'] } => {
  const possible = APPEAL_TABLE.filter(
    ({ from, to, move, by }) =>
      from === appeal.state &&
      (isDue || by !== 'clock') &&
      (to !== from || !deed.onwards) &&
      (move !== 'withdraw' || deed.pick % 7 === 0),
  );
  const ofClock = isDue ? possible.find(({ by }) => by === 'clock') : undefined;
  const row = deed.wild ? undefined : (ofClock ?? possible[deed.pick % Math.max(1, possible.length)]);
  const move = row?.move ?? APPEAL_MOVES[deed.pick % APPEAL_MOVES.length] ?? 'endorse';
  return { input: APPEAL_GIVEN[move], mover: row?.by ?? deed.mover };
};

/** As the officials' port does it: who has a conflict decides nothing. */
const mayMove = (file: Appealed, { mover, staffId }: AppealBy): boolean =>
  !['reviewer', 'city'].includes(mover) || conflictOf(PEOPLE[staffId ?? ''] as Reviewer, file, ORGS) === null;

const ticketMoved = (file: Appealed, { ticket }: Deed, now: Instant): Appealed => {
  const inputs = {
    recordAttempt: { move: 'recordAttempt', outcome: 'reached', note: '' },
    classify: { move: 'classify', cause: 'process', isComplex: false },
    recordFollowUp: { move: 'recordFollowUp', finding: 'substantiated', note: '' },
    submitRectification: { move: 'submitRectification', measures: '加开', reply: '已加开', photos: [] },
  } as const;
  if (ticket === null) return file;
  const moved = movedFile(file, inputs[ticket], BY.handler, { unit: '', post: '' }, '', now, RULES);
  return moved.ok ? ({ ...file, ...moved.value, rev: file.rev + 1 } as Appealed) : file;
};

const lived = (deeds: readonly Deed[]): Moved[] => {
  const moves: Moved[] = [];
  let file = aFile();
  let now = MONDAY + DAY;
  for (const deed of deeds) {
    const due = file.appeal.nextAt;
    const isDue = deed.pick % 6 === 0 && due !== null;
    now = isDue ? Math.max(due, now) + 1 : now + deed.after;
    file = ticketMoved(file, deed, now);
    const { input, mover } = deedIn(file, deed, isDue);
    const by = { mover, staffId: mover === 'rater' || mover === 'clock' ? null : deed.who, post: '' };
    if (!mayMove(file, by)) continue;
    const changes = movedAppealFile(file, input, by, now, RULING);
    if (!changes.ok) continue;
    const after = { ...file, ...changes.value, rev: file.rev + 1 } as Appealed;
    moves.push({ before: file, after, input, by, now });
    file = after;
  }
  return moves;
};

const forEveryMove = (holds: (moved: Moved) => void, parameters: { readonly seed?: number } = {}) =>
  fc.assert(
    fc.property(fc.array(anyDeed, { minLength: 1, maxLength: 40, size: 'max' }), (deeds) => {
      for (const moved of lived(deeds)) holds(moved);
    }),
    { numRuns: 400, ...parameters },
  );

it('走得到的每一种操作、每一种状态，这里都走到过', () => {
  const moves = new Set<string>();
  const states = new Set<string>();
  forEveryMove(
    ({ input, after }) => {
      moves.add(input.move);
      states.add(after.appeal.state);
    },
    { seed: 7 },
  );
  expect([...moves].sort()).toEqual([...APPEAL_MOVES].sort());
  // Filed it stood with the unit; renewed it stands there again.
  expect(states.size).toBe(11);
});

it('不予采纳，只由两个不同的、没有牵连的人决定', () => {
  forEveryMove(({ before, after, by }) => {
    if (before.standing === after.standing) return;
    const { decision } = after.appeal;
    if (!decision) throw new Error('no decision');
    const [first, second] = [decision.ruling.staffId, decision.secondId];
    expect(second).toBe(by.staffId);
    expect(first).not.toBe(second);
    for (const id of [first, second]) {
      expect(id).toMatch(/^free-/);
    }
    if (after.standing !== 'setAside') {
      const decided = before.appeal.decision;
      expect([decided?.ruling.staffId, decided?.secondId]).not.toContain(first);
      expect([decided?.ruling.staffId, decided?.secondId]).not.toContain(second);
    }
  });
});

it('不予采纳和工单终止总在一起；撤销以后评价和工单回到原来，统计分文不差', () => {
  const sums = (file: RatingFile) => countsOfRating({ ...file, appeal: null }, 'phone');
  forEveryMove(({ before, after }) => {
    expect(after.standing === 'setAside').toBe(after.ticket?.state === 'setAside');
    expect(after.standing === 'setAside').toBe(after.appeal.stoodAs !== null);
    if (GRANTED.includes(after.appeal.state)) expect(after.standing).toBe('setAside');
    if (before.standing === 'effective' || after.standing === 'setAside') return;
    // Reversed: as if nobody had ever appealed.
    const { stopped } = before.ticket?.handling ?? {};
    expect(after.ticket?.state).toBe(stopped?.in);
    const never = { ...after, ticket: after.ticket && { ...after.ticket, state: stopped?.in ?? 'closed' } };
    expect(sums(after)).toEqual(sums(never));
    expect({ standing: after.standing, quarantinedAt: after.quarantinedAt }).toEqual({
      standing: 'effective',
      quarantinedAt: null,
    });
  });
});

it('评价人的话、等级、标签，申诉一个字也不动', () => {
  forEveryMove(({ before, after }) => {
    const said = ({ level, tags, comment, photos, original, followOn }: RatingFile) => ({
      level,
      tags,
      comment,
      photos,
      original,
      followOn,
    });
    expect(said(after)).toEqual(said(before));
  });
});

it('证据只增不减，版本一步一加，经过只往后写', () => {
  const texts = (evidence: readonly Evidence[]) => evidence.map(({ words }) => words);
  forEveryMove(({ before, after }) => {
    const { appeal } = after;
    expect(texts(appeal.evidence).slice(0, before.appeal.evidence.length)).toEqual(texts(before.appeal.evidence));
    expect(appeal.version).toBe(before.appeal.version + 1);
    expect(appeal.history.slice(0, -1)).toEqual(before.appeal.history);
    expect(new Set(after.outbox.map(({ id }) => id)).size).toBe(after.outbox.length);
  });
});

it('有事要办就有时限；没有人要办，就没有时限', () => {
  forEveryMove(({ after: { appeal } }) => {
    const waits = !['corrected', 'denied', 'withdrawn', 'lapsed'].includes(appeal.state);
    expect({ state: appeal.state, hasClock: appeal.clock !== null }).toEqual({ state: appeal.state, hasClock: waits });
    expect(appeal.dueAt).toBe(appeal.clock?.deadline?.dueAt ?? null);
  });
});

it('双方的消息各到各处：评价人的不带工作人员，工作人员的不带评价的编号和评价人', () => {
  forEveryMove(({ before, after }) => {
    for (const { id, to, text, exceptStaffId } of after.outbox.slice(before.outbox.length)) {
      expect(text).not.toContain(after.raterRef);
      expect(text).not.toMatch(/free-|clerk|liaison/);
      if (to.startsWith('staff:')) expect(id).not.toContain(after._id);
      if (to.startsWith('org:')) expect(exceptStaffId).toBe('clerk');
    }
  });
});
